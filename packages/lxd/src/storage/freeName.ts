/** The first of `<prefix>0`, `<prefix>1`… that is not taken. */
export function freeName(prefix: string, taken: Iterable<string>): string {
  const names = new Set(taken)
  for (let index = 0; ; index++) if (!names.has(`${prefix}${index}`)) return `${prefix}${index}`
}
