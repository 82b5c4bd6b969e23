import { createRequestId } from '@x/core-errors'
import { toInteger } from '../reader/toInteger.js'
import { findLongIntegers } from './findLongIntegers.js'

/**
 * Parses JSON without losing digits: integers that a `number` can't hold become `bigint`. An answer without any costs
 * little more than `JSON.parse`.
 *
 * @param bytes - UTF-8.
 * @throws {SyntaxError} when it is no JSON.
 */
export function parseJson(bytes: Uint8Array): unknown {
  const decode = (part: Uint8Array): string => new TextDecoder().decode(part)
  const spans = findLongIntegers(bytes)
  if (spans.length === 0) return JSON.parse(decode(bytes))
  // Each long literal goes through the parser as text behind a mark that no server can know.
  const mark = createRequestId()
  const before = new TextEncoder().encode(`"${mark}`)
  const marked = new Uint8Array(bytes.length + spans.length * (before.length + 1))
  let from = 0
  let to = 0
  const copy = (part: Uint8Array): void => {
    marked.set(part, to)
    to += part.length
  }
  for (const [start, end] of spans) {
    copy(bytes.subarray(from, start))
    copy(before)
    copy(bytes.subarray(start, end))
    marked[to++] = before[0] as number
    from = end
  }
  copy(bytes.subarray(from))
  return restore(JSON.parse(decode(marked)), mark)
}

// A stack of its own: the answer may be nested deeper than functions may call each other.
function restore(root: unknown, mark: string): unknown {
  const open: object[] = []
  const visit = (value: unknown): unknown => {
    if (typeof value === 'string') return value.startsWith(mark) ? exact(value.slice(mark.length)) : value
    if (typeof value === 'object' && value !== null) open.push(value)
    return value
  }
  const result = visit(root)
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    if (Array.isArray(current))
      for (let index = 0; index < current.length; index++) current[index] = visit(current[index])
    else visitMembers(current as Record<string, unknown>, visit)
  }
  return result
}

function visitMembers(members: Record<string, unknown>, visit: (value: unknown) => unknown): void {
  for (const name in members) {
    const value = members[name]
    const exact = visit(value)
    if (exact !== value) members[name] = exact
  }
}

// Past 1,000 digits it is no identifier of anything, and making a bigint of it takes too long.
const exact = (digits: string): unknown => (digits.length > 1_000 ? Number(digits) : toInteger(BigInt(digits)))
