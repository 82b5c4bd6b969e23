/** Thrown through a handler to the network side of a fake: close this connection without (the rest of) an answer. */
export class ConnectionDropped extends Error {
  override readonly name = 'ConnectionDropped'
}
