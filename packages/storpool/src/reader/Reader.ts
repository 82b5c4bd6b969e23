import { FoundIssue } from './Issue.js'

/**
 * Checks a value of a type and converts what the wire spells differently. Nothing is thrown and nothing is dropped: what
 * does not fit is added to `issues` and given back as it is, so the result is a `T` only when no issue was added.
 *
 * Objects are converted in place: what a reader gets is either fresh from the parser or a copy.
 */
export type Reader<out T> = (value: unknown, issues: FoundIssue[]) => T

/** Adds an issue about a value and gives the value back. */
export function refuse<T>(value: unknown, issues: FoundIssue[], expected: string): T {
  issues.push(new FoundIssue(value === undefined ? 'is missing' : expected, value))
  return value as T
}

/** Puts a key in front of the paths of all issues that were added since there were `before` of them. */
export function locate(issues: FoundIssue[], before: number, key: string | number): void {
  for (let index = before; index < issues.length; index++) issues[index]?.keys.unshift(key)
}
