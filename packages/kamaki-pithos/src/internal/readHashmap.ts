import { ProtocolError } from '@x/core-errors'
import type { HttpAnswer } from '@x/core-errors/http'
import { blockCount } from '../hashing/blockCount.js'
import type { Hashmap } from '../hashing/Hashmap.js'

/** Reads a hashmap and checks that it can be one. @throws {ProtocolError} */
export async function readHashmap(answer: HttpAnswer): Promise<Hashmap> {
  const { status, context } = answer
  const body = await answer.json()
  const { bytes, hashes, block_size, block_hash } = (typeof body === 'object' ? (body ?? {}) : {}) as Record<
    string,
    unknown
  >
  const fail = (path: string) =>
    new ProtocolError(`${context.operation}: the answer is no hashmap at «${path}»`, { ...context, status, path })
  if (!Number.isSafeInteger(bytes) || Number(bytes) < 0) throw fail('bytes')
  if (!Number.isSafeInteger(block_size) || Number(block_size) < 1) throw fail('block_size')
  if (typeof block_hash !== 'string' || block_hash === '') throw fail('block_hash')
  if (!Array.isArray(hashes) || !hashes.every((hash) => typeof hash === 'string')) throw fail('hashes')
  const expected = blockCount(Number(bytes), Number(block_size))
  if (hashes.length !== expected && !(expected === 0 && hashes.length === 1)) throw fail('hashes')
  return { bytes: Number(bytes), hashes, blockSize: Number(block_size), blockHash: block_hash }
}
