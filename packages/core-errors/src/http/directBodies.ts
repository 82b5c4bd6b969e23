/**
 * Fills a buffer with what comes next of a body.
 *
 * @param onArrival - Called when a part of it has arrived.
 * @returns How many bytes were written: fewer than fit only at the end of the body.
 */
export type DirectRead = (buffer: Uint8Array, onArrival?: () => void) => Promise<number>

/**
 * How the bodies of some answers can be read without a stream between the socket and the buffer. A `fetch` that can do so
 * puts the answers it makes here; `HttpAnswer` looks here first. What is not here is read through its stream.
 */
export const directBodies = new WeakMap<Response, DirectRead>()
