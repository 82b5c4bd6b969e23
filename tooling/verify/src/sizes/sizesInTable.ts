/** The sizes that a README tells, in bytes, by the name of the program. */
export function sizesInTable(readme: string): Map<string, number> {
  const rows = readme.matchAll(/^\| (.+?)(?: \(without [^)]*\))? \| ([\d.]+) \| [\d.]+ \|$/gm)
  return new Map([...rows].map(([, name, size]) => [name!, Number(size) * 1000]))
}
