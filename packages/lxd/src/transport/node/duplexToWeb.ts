import { Duplex } from 'node:stream'

/** The two directions of a connection as standard streams. */
export const duplexToWeb = (
  socket: Duplex,
): { readable: ReadableStream<Uint8Array>; writable: WritableStream<Uint8Array> } =>
  Duplex.toWeb(socket) as { readable: ReadableStream<Uint8Array>; writable: WritableStream<Uint8Array> }
