import { ProtocolError } from '@x/core-errors'
import type { LxdDownload } from '../LxdDownload.js'
import { createSha256 } from './createSha256.js'

/** A download whose checksum is computed as it is read. */
export interface ChecksummedDownload extends LxdDownload {
  /** SHA-256 in hexadecimal digits; settles when the body has been read to its end, or has failed. */
  readonly sha256: Promise<string>
}

/** Computes the SHA-256 of a body as it is read. One that ends before its length fails with a {@link ProtocolError}. */
export function checksummed(download: LxdDownload, operation: string): ChecksummedDownload {
  const { size } = download
  const hash = createSha256()
  let settle: { resolve: (digest: string) => void; reject: (reason: unknown) => void } | undefined
  const sha256 = new Promise<string>((resolve, reject) => {
    settle = { resolve, reject }
  })
  sha256.catch(() => {}) // whoever wants it awaits it; the same error comes out of the body
  let total = 0
  const see = (bytes: Uint8Array) => {
    total += bytes.byteLength
    hash.update(bytes)
  }
  let isOver = false
  const finish = () => {
    if (isOver) return
    isOver = true
    if (size !== undefined && total !== size) {
      throw new ProtocolError(`${operation}: the body ended after ${total} of ${size} bytes`, { operation })
    }
    settle?.resolve(hash.digest())
  }
  const watched = async <T>(read: () => Promise<T>): Promise<T> => {
    try {
      return await read()
    } catch (error) {
      settle?.reject(error)
      throw error
    }
  }
  let reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: (controller) =>
        watched(async () => {
          reader ??= download.stream.getReader()
          const { done, value } = await reader.read()
          if (done) {
            finish()
            return controller.close()
          }
          see(value)
          controller.enqueue(value)
        }),
      async cancel(reason) {
        settle?.reject(reason)
        await (reader ?? download.stream).cancel(reason)
      },
    },
    { highWaterMark: 0 },
  )
  const readInto = (buffer: Uint8Array): Promise<number> =>
    watched(async () => {
      const length = await download.readInto(buffer)
      see(buffer.subarray(0, length))
      if (length < buffer.byteLength) finish()
      return length
    })
  return { ...download, stream, readInto, sha256 }
}
