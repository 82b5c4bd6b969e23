import type { StoredAccount } from '../store/StoredAccount.js'
import type { StoredContainer } from '../store/StoredContainer.js'

/** When a container or something in it changed last, in seconds since 1970. */
export function containerModified(container: StoredContainer): number {
  let latest = container.versions.at(-1)?.at ?? 0
  for (const { versions } of container.objects.values()) latest = Math.max(latest, versions.at(-1)?.at ?? 0)
  return latest
}

/** When an account or something in it changed last, in seconds since 1970. */
export function accountModified(account: StoredAccount): number {
  let latest = account.versions.at(-1)?.at ?? 0
  for (const container of account.containers.values()) latest = Math.max(latest, containerModified(container))
  return latest
}

/** The latest change before a time in some versions, or 0. */
export const lastBefore = (versions: readonly { at: number }[], until: number): number =>
  versions.findLast(({ at }) => at < until)?.at ?? 0

/** When a container or something in it changed last before a time. */
export function changedBefore(container: StoredContainer, until: number): number {
  let latest = lastBefore(container.versions, until)
  for (const { versions } of container.objects.values()) latest = Math.max(latest, lastBefore(versions, until))
  return latest
}
