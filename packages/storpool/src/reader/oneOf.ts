import { type Reader, refuse } from './Reader.js'

/** One of the given values. Another is an issue, and stays in an answer all the same: a newer server has more of them. */
export function oneOf<const T extends string | number>(values: readonly T[]): Reader<T> {
  const known = new Set<unknown>(values)
  return (value, issues) =>
    known.has(value)
      ? (value as T)
      : refuse(value, issues, `must be one of ${values.map((each) => JSON.stringify(each)).join(', ')}`)
}
