import type { BlockHasher } from '../../hashing/BlockHasher.js'
import { trimZeros } from '../../hashing/trimZeros.js'

/** The blocks of all users and containers: one store, each block once. */
export class BlockStore {
  /** By hash, without the zeros at their end. */
  readonly blocks = new Map<string, Uint8Array>()
  readonly blockSize: number
  readonly hasher: BlockHasher
  #spare: Uint8Array<ArrayBuffer> | undefined

  constructor(blockSize: number, hasher: BlockHasher) {
    this.blockSize = blockSize
    this.hasher = hasher
  }

  /** Keeps a block of at most one block size; the bytes may be used again afterwards. */
  async put(bytes: Uint8Array): Promise<string> {
    const hash = await this.hasher.block(bytes)
    this.#keep(hash, trimZeros(bytes), false)
    return hash
  }

  // Takes over what fills its buffer: no gigabyte is copied once more. @returns Whether the buffer was taken.
  #keep(hash: string, bytes: Uint8Array, isOwned: boolean): boolean {
    if (this.blocks.has(hash)) return false
    const isWhole = isOwned && bytes.length === bytes.buffer.byteLength
    this.blocks.set(hash, isWhole ? bytes : bytes.slice())
    return isWhole
  }

  /** Cuts content into blocks and keeps them. */
  async putAll(content: Uint8Array): Promise<string[]> {
    const hashes: string[] = []
    for (let at = 0; at < content.length; at += this.blockSize) {
      hashes.push(await this.put(content.subarray(at, at + this.blockSize)))
    }
    return hashes
  }

  /** Cuts content into blocks as it arrives and keeps them: no more than one block is held besides. */
  async putStream(chunks: AsyncIterable<Uint8Array>): Promise<{ hashes: string[]; size: number }> {
    let block = new Uint8Array()
    const hashes: string[] = []
    let [filled, size] = [0, 0]
    const keep = async () => {
      const bytes = block.subarray(0, filled)
      const hash = await this.hasher.block(bytes)
      hashes.push(hash)
      filled = 0
      if (this.#keep(hash, trimZeros(bytes), true)) block = new Uint8Array()
    }
    for await (const chunk of chunks) {
      for (let rest = chunk; rest.length > 0; ) {
        if (block.length === 0) {
          block = this.#spare ?? new Uint8Array(this.blockSize)
          this.#spare = undefined
        }
        const piece = rest.subarray(0, block.length - filled)
        block.set(piece, filled)
        filled += piece.length
        rest = rest.subarray(piece.length)
        if (filled === block.length) await keep()
      }
      size += chunk.length
    }
    if (filled > 0) await keep()
    if (block.length > 0) this.#spare = block
    return { hashes, size }
  }

  /** A part of a block, with the zeros that were cut. */
  read(hash: string | undefined, from = 0, to = this.blockSize): Uint8Array {
    const stored = (hash === undefined ? undefined : this.blocks.get(hash)) ?? new Uint8Array()
    if (to <= stored.length) return stored.subarray(from, to)
    const padded = new Uint8Array(to - from)
    padded.set(stored.subarray(from, to))
    return padded
  }

  /** The content of an object between two positions, block by block. */
  *content(hashes: readonly string[], from: number, to: number): Generator<Uint8Array, void, undefined> {
    for (let at = from; at < to; ) {
      const index = Math.floor(at / this.blockSize)
      const start = index * this.blockSize
      const end = Math.min(to, start + this.blockSize)
      yield this.read(hashes[index], at - start, end - start)
      at = end
    }
  }

  /** Puts data into a block at an offset. @returns The hash of the new block, and how many bytes found room. */
  async update(hash: string | undefined, data: Uint8Array, offset: number): Promise<{ hash: string; taken: number }> {
    const piece = data.subarray(0, this.blockSize - offset)
    const block = this.read(hash).slice()
    block.set(piece, offset)
    return { hash: await this.put(block), taken: piece.length }
  }
}
