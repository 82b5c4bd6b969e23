import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { blockCount } from '../src/hashing/blockCount.js'
import { createBlockHasher } from '../src/hashing/createBlockHasher.js'
import { topHash } from '../src/hashing/topHash.js'
import { type Content, makeContent } from './support/makeContent.js'
import { readFixture } from './support/readFixture.js'

interface HashCase {
  id: number
  name: string
  blockHash: string
  blockSize: number
  content: Content
  contentSha256: string
  hashes: string[]
  length: number
  topHash: string
}

const { cases } = readFixture<{ cases: HashCase[] }>('pithos-hashes.json')

test.each(cases.map((item) => [`${item.id}: ${item.name}`, item] as const))('hashes of %s', async (_, item) => {
  const content = makeContent(item.content)
  expect(content).toHaveLength(item.length)
  expect(createHash('sha256').update(content).digest('hex')).toBe(item.contentSha256)
  const hasher = createBlockHasher(item.blockHash)
  const hashes = await Promise.all(
    Array.from({ length: blockCount(content.length, item.blockSize) }, (_, index) =>
      hasher.block(content.subarray(index * item.blockSize, (index + 1) * item.blockSize)),
    ),
  )
  expect(hashes).toEqual(item.hashes)
  expect(await topHash(hashes, hasher)).toBe(item.topHash)
})
