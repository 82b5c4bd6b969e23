/** The name of something that was given none: the prefix and the next number. */
export function nextName(prefix: string, taken: readonly string[]): string {
  const numbers = taken
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)))
    .filter(Number.isInteger)
  return `${prefix}${Math.max(-1, ...numbers) + 1}`
}
