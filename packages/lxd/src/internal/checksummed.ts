import { ProtocolError } from '@x/core-errors'
import { createSha256 } from './createSha256.js'

/** A stream that computes a checksum of what flows through it. */
export interface Checksummed {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
  /** SHA-256 in hexadecimal digits; settles when the stream has been read to its end, or has failed. */
  readonly sha256: Promise<string>
}

/**
 * Computes the SHA-256 of a stream as it is read.
 *
 * @param size - How many bytes there must be; a stream that ends before fails with a {@link ProtocolError}.
 */
export function checksummed(
  source: ReadableStream<Uint8Array<ArrayBuffer>>,
  size: number | undefined,
  operation: string,
): Checksummed {
  const hash = createSha256()
  let settle: { resolve: (digest: string) => void; reject: (reason: unknown) => void } | undefined
  const sha256 = new Promise<string>((resolve, reject) => {
    settle = { resolve, reject }
  })
  sha256.catch(() => {}) // whoever wants it awaits it; the same error comes out of the stream
  const reader = source.getReader()
  let total = 0
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const step = await reader.read()
          if (!step.done) {
            total += step.value.byteLength
            hash.update(step.value)
            return controller.enqueue(step.value)
          }
          if (size !== undefined && total !== size) {
            throw new ProtocolError(`${operation}: the body ended after ${total} of ${size} bytes`, { operation })
          }
          settle?.resolve(hash.digest())
          controller.close()
        } catch (error) {
          settle?.reject(error)
          controller.error(error)
        }
      },
      async cancel(reason) {
        settle?.reject(reason)
        await reader.cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, sha256 }
}
