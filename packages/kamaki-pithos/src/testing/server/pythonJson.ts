const plain = /^[ !#-[\]-~]*$/

/**
 * Writes JSON as the service does, so that lengths agree: a blank after each comma and colon, and everything but ASCII
 * escaped.
 */
export function pythonJson(value: unknown): string {
  if (typeof value === 'string') return plain.test(value) ? `"${value}"` : escaped(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`
  const members = Object.entries(value).filter(([, item]) => item !== undefined)
  return `{${members.map(([key, item]) => `${pythonJson(key)}: ${pythonJson(item)}`).join(', ')}}`
}

const escaped = (text: string): string =>
  JSON.stringify(text).replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
