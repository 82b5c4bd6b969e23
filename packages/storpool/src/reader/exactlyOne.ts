import { isPlainObject } from './isPlainObject.js'
import { type Reader, refuse } from './Reader.js'

/**
 * An object to send that has exactly one of several members; the readers say what it is then. With both or none of
 * them the server would decide by itself what was meant.
 *
 * @param readers - By the member that calls for each.
 */
export function exactlyOne<T>(readers: Readonly<Record<string, Reader<unknown>>>): Reader<T> {
  const names = Object.keys(readers)
  return (value, issues) => {
    if (!isPlainObject(value)) return refuse(value, issues, 'must be an object')
    const [name, ...others] = names.filter((each) => value[each] !== undefined && value[each] !== null)
    const reader = name === undefined ? undefined : readers[name]
    if (reader === undefined || others.length > 0) {
      return refuse(value, issues, `must have exactly one of ${names.join(', ')}`)
    }
    return reader(value, issues) as T
  }
}
