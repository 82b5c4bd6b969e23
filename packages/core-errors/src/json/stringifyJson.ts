/** Writes JSON like `JSON.stringify`, with every `bigint` as a number of all its digits. */
export function stringifyJson(value: unknown): string {
  return write(value) ?? 'null'
}

function write(value: unknown): string | undefined {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => write(item) ?? 'null').join(',')}]`
  if ('toJSON' in value && typeof value.toJSON === 'function') return write(value.toJSON())
  const members = Object.entries(value).map(([key, item]) => ({ key, text: write(item) }))
  return `{${members
    .filter(({ text }) => text !== undefined)
    .map(({ key, text }) => `${JSON.stringify(key)}:${text}`)
    .join(',')}}`
}
