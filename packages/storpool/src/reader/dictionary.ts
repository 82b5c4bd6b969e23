import type { FoundIssue } from './Issue.js'
import { isPlainObject } from './isPlainObject.js'
import { locate, type Reader, refuse } from './Reader.js'

/**
 * An object whose member names are data; a missing one is empty. The result has no prototype, since `constructor` and
 * `__proto__` are names like any other. Callers may pass a `Map`.
 */
export function dictionary<T>(key: Reader<unknown>, reader: Reader<T>): Reader<Record<string, T>> {
  return (given, issues) => {
    const result: Record<string, T> = Object.create(null)
    if (given === undefined) return result
    const value = given instanceof Map ? Object.fromEntries(given) : given
    if (!isPlainObject(value)) return refuse(value, issues, 'must be an object')
    for (const name of Object.keys(value)) {
      const before = issues.length
      const converted = key(name, issues)
      if (issues.length > before) renameIssue(issues, before, name)
      result[converted as string] = reader(value[name], issues)
      if (issues.length > before) locate(issues, before, name)
    }
    return result
  }
}

function renameIssue(issues: FoundIssue[], before: number, name: string): void {
  const [found] = issues.splice(before)
  refuse(name, issues, `has a name that ${found?.reason}`)
}
