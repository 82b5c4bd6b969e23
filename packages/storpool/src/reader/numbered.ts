import { type Reader, refuse } from './Reader.js'
import { toInteger } from './toInteger.js'

/** A name that the wire spells as its index. An index without a name is an issue, and stays as it is. */
export function numbered<const T extends string>(names: readonly T[]): Reader<T> {
  return (value, issues) => {
    const index = typeof value === 'number' ? value : Number(toInteger(value))
    return names[index] ?? refuse(value, issues, `must be a whole number from 0 to ${names.length - 1}`)
  }
}
