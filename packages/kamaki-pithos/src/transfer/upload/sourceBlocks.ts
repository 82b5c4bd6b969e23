import { blocksOf } from './blocksOf.js'
import type { UploadSource } from './RandomAccessSource.js'
import { toRandomAccess } from './toRandomAccess.js'

/** The blocks of a source one after the other, in one buffer: each is valid until the next is asked for. */
export async function* sourceBlocks(
  source: UploadSource,
  blockSize: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  const random = toRandomAccess(source)
  const buffer = new Uint8Array(Math.min(blockSize, random?.size ?? blockSize))
  if (random === undefined) {
    const stream = source as ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>
    for await (const { bytes } of blocksOf(stream, async () => ({ buffer: () => buffer }), signal)) yield bytes
    return
  }
  for (let position = 0; position < random.size; ) {
    const bytes = await random.read(position, Math.min(blockSize, random.size - position), () => buffer)
    if (bytes.length === 0) return
    yield bytes
    position += bytes.length
  }
}
