/**
 * The bytes without the zero bytes at their end, without copying. What a block hash is computed of.
 *
 * @see Synnefo 0.21, block hashes of snf-pithos-backend: zeros are dropped at the end, never at the front
 */
export function trimZeros<T extends ArrayBufferLike>(bytes: Uint8Array<T>): Uint8Array<T> {
  let end = bytes.length
  if (end > 0 && bytes[end - 1] !== 0) return bytes
  // Eight bytes at a time: a block of 4 MiB that is all zeros is no rarity in a disk image.
  while (end > 0 && (bytes.byteOffset + end) % 8 !== 0) {
    if (bytes[end - 1] !== 0) return bytes.subarray(0, end)
    end--
  }
  if (end === 0) return bytes.subarray(0, 0)
  const words = new Float64Array(bytes.buffer, bytes.byteOffset + (end % 8), (end - (end % 8)) / 8)
  let word = words.length
  // -0 equals 0 but has a bit that is set, and no other value but 0 does.
  while (word > 0 && Object.is(words[word - 1], 0)) word--
  end = (end % 8) + word * 8
  while (end > 0 && bytes[end - 1] === 0) end--
  return bytes.subarray(0, end)
}
