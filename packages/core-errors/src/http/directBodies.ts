/** A body that can be read without a stream of the standard between the socket and its reader. */
export interface DirectBody {
  /** What comes next, as it arrived; `undefined` at the end. */
  next(): Promise<Uint8Array<ArrayBuffer> | undefined>
  /**
   * Fills a buffer with what comes next.
   *
   * @param onArrival - Called when a part of it has arrived.
   * @returns How many bytes were written: fewer than fit only at the end of the body.
   */
  fill(buffer: Uint8Array, onArrival?: () => void): Promise<number>
  /** Nobody wants the rest. */
  cancel(reason: unknown): void | Promise<void>
}

/**
 * The bodies of some answers. A `fetch` that can do so puts the answers it makes here; `HttpAnswer` looks here first. What
 * is not here is read through its stream.
 */
export const directBodies = new WeakMap<Response, DirectBody>()
