/** What the network layer of a runtime said about a failed request. */
export interface ConnectionFailure {
  /** The system's or undici's code, where there is one. */
  code: string | undefined
  /** For people. */
  text: string
  /** `false` only when the connection was never made. */
  mayHaveBeenSent: boolean
  /** Whether undici's own bound on silence ended it. */
  timeout: boolean
  /** Whether another attempt would fail the same way: certificates, TLS versions. */
  permanent: boolean
}

const texts: Record<string, string> = {
  ECONNREFUSED: 'connection refused: nothing listens at that address',
  ECONNRESET: 'the connection was reset before the answer was complete',
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name could not be looked up just now',
  EHOSTUNREACH: 'the host is unreachable',
  ENETUNREACH: 'the network is unreachable',
  ENOENT: 'the socket does not exist',
  EACCES: 'no permission to open the socket',
  EPIPE: 'the server closed the connection while the request was being sent',
  UND_ERR_SOCKET: 'the server closed the connection before the answer was complete',
  UND_ERR_CONNECT_TIMEOUT: 'the connection could not be made in time',
}

const neverSent = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
const silence = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])
const tls = /^(?:ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

/** Finds the system's word on a failed connection in an error, its causes or the errors it aggregates. */
export function connectionFailure(error: unknown): ConnectionFailure | undefined {
  for (let current: unknown = error, depth = 0; current instanceof Error && depth < 8; depth++) {
    const { code, syscall, cause, message } = current as Error & { code?: unknown; syscall?: unknown }
    if (typeof code === 'string' && !code.startsWith('ERR_INVALID')) {
      const isTls = tls.test(code)
      return {
        code,
        text: texts[code] ?? `${isTls ? 'the secure connection was not accepted: ' : ''}${message}`,
        mayHaveBeenSent: !(neverSent.has(code) || syscall === 'connect' || isTls),
        timeout: silence.has(code),
        permanent: isTls,
      }
    }
    current = current instanceof AggregateError ? current.errors[0] : cause
  }
  return undefined
}
