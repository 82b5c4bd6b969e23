/** How many bytes an unsigned 32-bit number takes as a varint. */
export function sizeOfVarint(value: number): number {
  if (value < 128) return 1
  if (value < 16_384) return 2
  if (value < 2_097_152) return 3
  return value < 268_435_456 ? 4 : 5
}
