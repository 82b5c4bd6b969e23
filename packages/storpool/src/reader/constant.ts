import { type Reader, refuse } from './Reader.js'

/** One value only; it also stands for a missing one. A `bigint` is a number on the wire. */
export function constant<const T extends string | number | boolean | bigint>(expected: T): Reader<T> {
  const wire = typeof expected === 'bigint' ? Number(expected) : expected
  return (value, issues) =>
    value === undefined || value === wire || value === expected
      ? expected
      : refuse(value, issues, `must be ${expected}`)
}
