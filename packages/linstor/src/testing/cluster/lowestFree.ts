/** The lowest whole number from `first` on that is not taken. */
export function lowestFree(first: number, taken: Iterable<number>): number {
  const set = new Set(taken)
  let free = first
  while (set.has(free)) free++
  return free
}
