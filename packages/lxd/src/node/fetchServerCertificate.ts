import { connect } from 'node:tls'
import { ConnectionError, Deadline, TimeoutError } from '@x/core-errors'

/** What a server shows before anybody trusts it. */
export interface ServerCertificate {
  /** PEM. */
  certificate: string
  /** SHA-256 in hexadecimal digits, as `lxc` and the server print it. */
  fingerprint: string
}

/**
 * Reads the certificate that a server shows, trusting nothing: for a person to compare, then to be passed on as
 * `serverCertificate`. Whoever sits in between can show another.
 *
 * @param url - `https://host:8443`.
 * @param options - `timeoutMs` bounds it. @default 10_000
 * @throws {ConnectionError} @throws {TimeoutError}
 */
export async function fetchServerCertificate(
  url: string | URL,
  options: { signal?: AbortSignal | undefined; timeoutMs?: number | undefined } = {},
): Promise<ServerCertificate> {
  const { signal, timeoutMs = 10_000 } = options
  const { hostname, port } = new URL(url)
  const context = { operation: 'fetchServerCertificate', attempts: 1 }
  const onTimeout = () =>
    new TimeoutError(`${url} showed no certificate within ${timeoutMs} ms`, { ...context, timeoutMs })
  using deadline = new Deadline({ timeoutMs, signal, onTimeout })
  // Its certificate is what is asked for: there is nothing yet to check it against, and nothing is sent.
  const socket = connect({
    host: hostname,
    port: Number(port || 443),
    minVersion: 'TLSv1.3',
    rejectUnauthorized: false,
  })
  try {
    await deadline.race(
      new Promise<void>((resolve, reject) => {
        socket.once('secureConnect', resolve)
        socket.once('error', reject)
      }),
    )
    const shown = socket.getPeerX509Certificate()
    if (shown === undefined) throw new ConnectionError(`${url} showed no certificate`, context)
    return { certificate: shown.toString(), fingerprint: shown.fingerprint256.replaceAll(':', '').toLowerCase() }
  } catch (cause) {
    if (deadline.signal.aborted || cause instanceof ConnectionError) throw cause
    const { code, message } = cause as NodeJS.ErrnoException
    throw new ConnectionError(`${url}: ${message}`, { ...context, code, cause })
  } finally {
    socket.destroy()
  }
}
