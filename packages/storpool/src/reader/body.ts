import { isPlainObject } from './isPlainObject.js'
import type { Fields, ObjectReader } from './object.js'
import { locate, type Reader, refuse } from './Reader.js'

/**
 * An object to send: a copy of the declared members. Members that are missing or `null` are left out, as are members
 * that are not declared; the server refuses some of both.
 */
export function body<T>(fields: Fields): ObjectReader<T> {
  const read: Reader<T> = (value, issues) => {
    if (!isPlainObject(value)) return refuse(value, issues, 'must be an object')
    const copy: Record<string, unknown> = {}
    for (const [name, reader] of Object.entries(fields)) {
      const before = issues.length
      const result = reader(value[name], issues)
      if (result !== undefined && result !== null) copy[name] = result
      if (issues.length > before) locate(issues, before, name)
    }
    return copy as T
  }
  return Object.assign(read, { fields })
}
