import type { NodeVersion } from './StoredAccount.js'
import type { ObjectVersion, StoredObject } from './StoredObject.js'

/** The version of an object that is valid, or was before a time; `undefined` when there is none or it was deleted. */
export function currentVersion(object: StoredObject | undefined, until?: number): ObjectVersion | undefined {
  const found = object?.versions.findLast(({ at }) => until === undefined || at < until)
  return found?.deleted ? undefined : found
}

/** The version of an account or container that is valid, or was before a time. */
export const versionBefore = (versions: readonly NodeVersion[], until?: number): NodeVersion | undefined =>
  versions.findLast(({ at }) => until === undefined || at < until)
