import { afterEach, expect, test, vi } from 'vitest'
import { createBlockHasher } from './createBlockHasher.js'
import { topHash } from './topHash.js'

afterEach(() => vi.unstubAllGlobals())

const blocks = [new Uint8Array([1, 2, 0, 3, 0, 0]), new Uint8Array(9), new Uint8Array([0, 0, 7])]

test.each(['sha1', 'sha256', 'sha512'])('browsers compute %s as Node does', async (algorithm) => {
  const node = createBlockHasher(algorithm)
  vi.stubGlobal('process', undefined)
  const browser = createBlockHasher(algorithm)
  expect(browser.hexLength).toBe(node.hexLength)
  const hashes = await Promise.all(blocks.map((block) => browser.block(block)))
  expect(hashes).toEqual(blocks.map((block) => node.block(block)))
  expect(await topHash(hashes, browser)).toBe(await topHash(hashes, node))
})

test('an algorithm that nobody knows is refused before anything is hashed', () => {
  expect(() => createBlockHasher('crc-99')).toThrow(/«crc-99»/)
})

test('hashes of different lengths, or not hexadecimal, are no hashmap', async () => {
  const hasher = createBlockHasher('sha256')
  await expect(topHash(['aa', 'a'], hasher)).rejects.toThrow(/not hexadecimal/)
  await expect(topHash(['zz', 'zz'], hasher)).rejects.toThrow(/not hexadecimal/)
})
