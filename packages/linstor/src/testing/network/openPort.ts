import net, { type AddressInfo, type Server, type Socket } from 'node:net'
import tls, { type TlsOptions } from 'node:tls'

/** Where to listen. */
export interface PortOptions {
  readonly hostname: string
  readonly port: number
  /** Certificate and key, for TLS. */
  readonly tls: TlsOptions | undefined
}

/** An open port. */
export interface OpenPort {
  readonly port: number
  /** Closes the port and every connection. Calling it again does nothing. */
  close(): Promise<void>
}

/** Listens for connections. They are open for writing after the client has ended its side. */
export async function openPort(options: PortOptions, onConnection: (socket: Socket) => void): Promise<OpenPort> {
  const server: Server =
    options.tls === undefined
      ? net.createServer({ allowHalfOpen: true }, onConnection)
      : tls.createServer({ allowHalfOpen: true, ...options.tls }, onConnection)
  const raw = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    raw.add(socket)
    socket.once('close', () => raw.delete(socket))
  })
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: options.hostname, port: options.port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  let closed: Promise<void> | undefined
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      closed ??= new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of raw) socket.destroy() // also those whose TLS handshake never ended
      })
      return closed
    },
  }
}
