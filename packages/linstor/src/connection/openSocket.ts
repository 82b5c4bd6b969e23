import { ConnectionError } from '@x/core-errors'
import type { ControllerAddress } from '../uri/ControllerAddress.js'
import type { DuplexFactory } from './DuplexFactory.js'
import type { LinstorDuplex } from './LinstorDuplex.js'
import type { LinstorTlsOptions } from './LinstorTlsOptions.js'

/** Makes the factory that opens TCP and TLS sockets with `node:net` and `node:tls`, which are loaded on first use. */
export function openSocket(tls: LinstorTlsOptions = {}): DuplexFactory {
  return async (address, { signal }) => {
    const open = address.tls ? await tlsOpener(address, tls) : await tcpOpener(address)
    signal.throwIfAborted()
    return await new Promise<LinstorDuplex>((resolve, reject) => {
      const onAbort = () => {
        socket.destroy()
        reject(signal.reason)
      }
      // Stays on the socket, where an error without a listener would end the process.
      const onError = (error: Error & { code?: string }) => {
        signal.removeEventListener('abort', onAbort)
        socket.destroy()
        reject(
          new ConnectionError(`no connection to ${address.uri}: ${describe(error)}`, {
            code: error.code,
            cause: error,
            mayHaveBeenSent: false,
          }),
        )
      }
      const socket = open(() => {
        signal.removeEventListener('abort', onAbort)
        resolve(socket)
      })
      socket.on('error', onError)
      signal.addEventListener('abort', onAbort, { once: true })
    })
  }
}

async function tcpOpener({ host, port }: ControllerAddress) {
  const { connect } = await import('node:net')
  return (onOpen: () => void) => connect({ host, port, noDelay: true }, onOpen)
}

async function tlsOpener({ host, port }: ControllerAddress, options: LinstorTlsOptions) {
  const [{ connect }, { isIP }] = await Promise.all([import('node:tls'), import('node:net')])
  // An address can't be asked for by name: RFC 6066, section 3.
  const { servername = isIP(host) === 0 ? host : undefined } = options
  const settings = {
    host,
    port,
    rejectUnauthorized: options.verify ?? true,
    ...(servername === undefined ? {} : { servername }),
    ...(options.ca === undefined ? {} : { ca: [options.ca].flat().map(toPem) }),
    ...(options.cert === undefined ? {} : { cert: toPem(options.cert) }),
    ...(options.key === undefined ? {} : { key: toPem(options.key) }),
    ...(options.passphrase === undefined ? {} : { passphrase: options.passphrase }),
  }
  return (onOpen: () => void) => connect(settings, onOpen).setNoDelay(true)
}

const toPem = (pem: string | Uint8Array): string => (typeof pem === 'string' ? pem : new TextDecoder().decode(pem))

// Several addresses of one name that all refuse come as one error without a text of its own.
const describe = (error: Error): string =>
  error instanceof AggregateError ? error.errors.map((inner: Error) => inner.message).join(', ') : error.message
