import { isPlainObject } from './isPlainObject.js'
import { type Reader, refuse } from './Reader.js'

/** One of several kinds of object, and the mark it is known by. */
export interface Alternative<T> {
  readonly reader: Reader<T>
  /** A member and the value that only this kind has there. A missing member counts when one of `members` is there. */
  readonly constant?: readonly [name: string, value: string | number]
  /** Members that only this kind has. */
  readonly members: readonly string[]
}

/**
 * One of several kinds of object. The mark decides, not whether everything fits: a disk that is up and has one odd
 * member is a disk with an issue, not a disk that is down.
 *
 * @param last - What it is when it has the mark of no alternative.
 */
export function tellApart<T>(alternatives: readonly Alternative<T>[], last: Reader<T>): Reader<T> {
  return (value, issues) => {
    if (!isPlainObject(value)) return refuse(value, issues, 'must be an object')
    const match = alternatives.find(({ constant, members }) => {
      if (constant !== undefined && value[constant[0]] !== undefined) return value[constant[0]] === constant[1]
      return members.some((name) => name in value)
    })
    return (match?.reader ?? last)(value, issues)
  }
}
