import type { FoundIssue } from './Issue.js'
import { isPlainObject } from './isPlainObject.js'
import { locate, type Reader, refuse } from './Reader.js'

/** The declared members of an object and how to read them. */
export type Fields = Readonly<Record<string, Reader<unknown>>>

/** Reads objects of one type; `fields` is there for the types that extend it. */
export interface ObjectReader<out T> extends Reader<T> {
  readonly fields: Fields
}

/** How to read objects with certain members in a certain order. */
interface Plan {
  readonly names: readonly string[]
  /** The reader of each member; `undefined` where it is not declared. */
  readonly readers: readonly (Reader<unknown> | undefined)[]
  /** Declared members that are not there. */
  readonly missing: readonly string[]
}

/** An object of an answer, converted in place. Members that are not declared stay: newer servers have more of them. */
export function object<T>(fields: Fields): ObjectReader<T> {
  // The objects of one answer have the same members in the same order, most of the time.
  let plan = makePlan(fields, [])
  const read: Reader<T> = (value, issues) => {
    if (!isPlainObject(value)) return refuse(value, issues, 'must be an object')
    if (!matches(plan, value)) plan = makePlan(fields, Object.keys(value))
    readMembers(plan, value, issues)
    for (const name of plan.missing) {
      const before = issues.length
      const result = fields[name]?.(undefined, issues)
      if (result !== undefined) value[name] = result
      if (issues.length > before) locate(issues, before, name)
    }
    return value as T
  }
  return Object.assign(read, { fields })
}

function makePlan(fields: Fields, names: readonly string[]): Plan {
  const readers = names.map((name) => (Object.hasOwn(fields, name) ? fields[name] : undefined))
  const missing = Object.keys(fields).filter((name) => !names.includes(name))
  return { names, readers, missing }
}

function matches({ names }: Plan, value: Record<string, unknown>): boolean {
  let index = 0
  for (const name in value) if (name !== names[index++]) return false
  return index === names.length
}

// `for … in` reads the members of like objects several times faster than a loop over their names.
function readMembers({ readers }: Plan, value: Record<string, unknown>, issues: FoundIssue[]): void {
  let index = 0
  for (const name in value) {
    const reader = readers[index++]
    if (reader === undefined) continue
    const before = issues.length
    const given = value[name]
    const result = reader(given, issues)
    if (result !== given) value[name] = result
    if (issues.length > before) locate(issues, before, name)
  }
}
