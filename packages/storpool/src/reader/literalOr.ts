import type { Reader } from './Reader.js'

/** A word, number or `null` of its own, or else what another type allows. */
export function literalOr<const L extends string | number | null, T>(literal: L, reader: Reader<T>): Reader<L | T> {
  return (value, issues) => (value === literal ? literal : reader(value, issues))
}
