import { encodeComponent } from './encodePath.js'

/** Query parameters. `undefined` leaves a key out, `null` sends it without a value: `?update`. */
export type Query = Readonly<Record<string, string | number | bigint | boolean | null | undefined>>

/** Forms the query, each key and value percent-encoded exactly once; empty when there is nothing to send. */
export function encodeQuery(query: Query = {}): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => encodeComponent(key) + (value === null ? '' : `=${encodeComponent(String(value))}`))
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}
