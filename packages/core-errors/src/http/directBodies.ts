/**
 * Reads the whole body of an answer into a buffer.
 *
 * @returns How many bytes there were; when they don't fit, a number that is greater than the buffer's length.
 */
export type DirectRead = (buffer: Uint8Array) => Promise<number>

/**
 * How the bodies of some answers can be read without a stream between the socket and the buffer. A `fetch` that can do so
 * puts the answers it makes here; `HttpAnswer.readInto` looks here first. What is not here is read through its stream.
 */
export const directBodies = new WeakMap<Response, DirectRead>()
