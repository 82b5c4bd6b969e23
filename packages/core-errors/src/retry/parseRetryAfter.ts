/**
 * Reads the HTTP header `Retry-After`: whole seconds, or a date.
 *
 * @param value - The header's value; `null` and `undefined` when it is missing.
 * @param now - Milliseconds since 1970 that a date is measured from.
 * @returns Milliseconds to wait, or `undefined` when there is nothing usable.
 * @see RFC 9110, section 10.2.3
 */
export function parseRetryAfter(value: string | null | undefined, now: number = Date.now()): number | undefined {
  const text = value?.trim()
  if (!text) return undefined
  if (/^\d+$/.test(text)) return Number(text) * 1_000
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
