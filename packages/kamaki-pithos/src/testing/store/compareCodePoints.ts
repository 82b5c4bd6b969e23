const surrogates = /[\ud800-\udfff]/

/** Orders texts as the server's database does: by code point, not by UTF-16 unit. */
export function compareCodePoints(one: string, other: string): number {
  if (one === other) return 0
  if (!surrogates.test(one) && !surrogates.test(other)) return one < other ? -1 : 1
  const [left, right] = [Array.from(one), Array.from(other)]
  for (let index = 0; ; index++) {
    const [a, b] = [left[index], right[index]]
    if (a === undefined || b === undefined) return a === undefined ? -1 : 1
    if (a !== b) return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)
  }
}
