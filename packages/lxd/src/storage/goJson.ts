const short: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const alwaysEscaped = new Set(['<', '>', '&', '\u2028', '\u2029'])

/**
 * Writes JSON as Go does, for checksums made of it: map keys sorted by their bytes, and `<`, `>`, `&` and the line
 * separators escaped.
 */
export function goJson(value: unknown): string {
  if (typeof value === 'string') return goString(value)
  if (Array.isArray(value)) return `[${value.map(goJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([one], [other]) => compareBytes(one, other))
  return `{${entries.map(([key, item]) => `${goString(key)}:${goJson(item)}`).join(',')}}`
}

const goString = (text: string): string => `"${[...text].map(goCharacter).join('')}"`

function goCharacter(character: string): string {
  const known = short[character]
  if (known !== undefined) return known
  const isControl = character < ' '
  if (!isControl && !alwaysEscaped.has(character)) return character
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function compareBytes(one: string, other: string): number {
  const [a, b] = [new TextEncoder().encode(one), new TextEncoder().encode(other)]
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}
