import { ConfigurationError } from '@x/core-errors'
import type { Buffers } from '../createWorkers.js'
import { raceAbort } from '../raceAbort.js'
import type { BlockWindow, Slot } from './createWindow.js'
import type { RandomAccessSource } from './RandomAccessSource.js'

/** A block as it was read. */
export interface ReadBlock {
  readonly slot: Slot
  readonly position: number
  readonly bytes: Uint8Array
}

/** Reads block after block, each into a slot of the window, and the next while one is being worked on. */
export async function* readBlocks(
  source: RandomAccessSource,
  blockSize: number,
  window: BlockWindow,
  signal: AbortSignal,
): AsyncGenerator<ReadBlock, void, undefined> {
  const read = async (position: number): Promise<ReadBlock> => {
    const slot = await window.acquire()
    const length = Math.min(blockSize, source.size - position)
    return { slot, position, bytes: await readExactly(source, position, length, slot.buffer, signal) }
  }
  for (let reading = source.size > 0 ? read(0) : undefined; reading !== undefined; ) {
    const block: ReadBlock = await reading
    const next = block.position + block.bytes.length
    reading = next < source.size ? read(next) : undefined
    reading?.catch(() => {}) // thrown where it is awaited
    yield block
  }
}

/** Reads so many bytes from a position. @throws {ConfigurationError} when the source ends before. */
export async function readExactly(
  source: RandomAccessSource,
  position: number,
  length: number,
  buffer: Buffers,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const bytes = await raceAbort(source.read(position, length, buffer), signal)
  if (bytes.length === length) return bytes
  throw new ConfigurationError(
    `The source ends at ${position + bytes.length} bytes, although it says that it has ${source.size}`,
    { path: 'source' },
  )
}
