import type { Issue } from './reader/Issue.js'

const remembered = new WeakMap<object, readonly Issue[]>()

/**
 * What in an answer does not fit its documented types: path, reason and what stands there. Empty when everything fits,
 * and for any object that no call returned.
 *
 * @param answer - What a call returned, the very object.
 * @example
 * const volumes = await volumesList(client)
 * for (const { path, reason } of issuesOf(volumes)) console.warn(`${path} ${reason}`)
 */
export const issuesOf = (answer: object): readonly Issue[] => remembered.get(answer) ?? []

/** Keeps the issues of an answer for {@link issuesOf}, as long as the answer is kept. */
export function rememberIssues(answer: unknown, issues: readonly Issue[]): void {
  if (typeof answer === 'object' && answer !== null) remembered.set(answer, issues)
}
