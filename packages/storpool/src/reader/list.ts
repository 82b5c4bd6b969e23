import { isPlainObject } from './isPlainObject.js'
import { locate, type Reader, refuse } from './Reader.js'

/** An array; a missing one is empty. So is `{}`, which some servers write for an empty array. */
export function list<T>(reader: Reader<T>): Reader<T[]> {
  return (value, issues) => {
    if (value === undefined || (isPlainObject(value) && Object.keys(value).length === 0)) return []
    if (!Array.isArray(value)) return refuse(value, issues, 'must be an array')
    let result: T[] = value
    for (let index = 0; index < value.length; index++) {
      const before = issues.length
      const item = reader(value[index], issues)
      if (issues.length > before) locate(issues, before, index)
      // What the caller passed in is left alone.
      if (item !== value[index] && result === value) result = value.slice()
      result[index] = item
    }
    return result
  }
}
