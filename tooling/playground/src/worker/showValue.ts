const deepest = 4

/** What a console shows of a value: texts as they are, everything else as source code would write it. */
export function showValue(value: unknown): string {
  return typeof value === 'string' ? value : show(value, 0)
}

function show(value: unknown, depth: number): string {
  if (typeof value === 'string') return `'${value}'`
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'function') return `[Function: ${value.name}]`
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Error) return showError(value)
  if (value instanceof Date) return value.toISOString()
  if (depth >= deepest) return Array.isArray(value) ? '[…]' : '{…}'
  if (value instanceof Uint8Array) return `Uint8Array(${value.length})`
  if (Array.isArray(value))
    return wrap(
      '[',
      value.map((item) => show(item, depth + 1)),
      ']',
    )
  if (value instanceof Map) return `Map(${value.size}) ${show(Object.fromEntries(value), depth)}`
  if (value instanceof Set) return `Set(${value.size}) ${show([...value], depth)}`
  const members = Object.entries(value).map(([key, item]) => `${nameOf(key)}: ${show(item, depth + 1)}`)
  return wrap('{', members, '}')
}

const nameOf = (key: string): string => (/^[\w$]+$/.test(key) ? key : `'${key}'`)

function wrap(open: string, parts: readonly string[], close: string): string {
  if (parts.length === 0) return open + close
  const line = `${open} ${parts.join(', ')} ${close}`
  if (line.length <= 72 && !line.includes('\n')) return line
  return `${open}\n${parts.map((part) => `  ${part.replaceAll('\n', '\n  ')},`).join('\n')}\n${close}`
}

function showError({ name, message, cause }: Error): string {
  const because = cause instanceof Error ? `\n  because of ${showError(cause)}` : ''
  return `${name}: ${message}${because}`
}
