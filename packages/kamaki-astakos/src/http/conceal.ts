import { redacted } from '@x/core-errors'

/**
 * Keeps members of an answer from being printed: `console.log` and `util.inspect` show them as `[redacted]`. They can be
 * read, sent and stored as before.
 */
export function conceal<T extends object>(value: T, secrets: readonly string[]): T {
  const inspect = (_depth: number, options: object, show?: (value: unknown, options: object) => string) => {
    const shown = Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, secrets.includes(key) && item !== undefined ? redacted : item]),
    )
    return show === undefined ? shown : show(shown, options)
  }
  return Object.defineProperty(value, Symbol.for('nodejs.util.inspect.custom'), { value: inspect, configurable: true })
}
