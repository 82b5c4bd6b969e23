import { ConfigurationError } from '@x/core-errors'
import { isLxdPreconditionFailed } from '../errors/LxdApiError.js'
import { etagOf } from '../etagOf.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdChange } from '../LxdChange.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { settleChange } from '../operations/settleChange.js'
import { isEqual } from './isEqual.js'
import type { LxdUpdatable } from './LxdUpdatable.js'
import type { LxdUpdateOptions } from './LxdUpdateOptions.js'
import { mergeChanges } from './mergeChanges.js'
import { replaceData } from './replaceData.js'

/** How one kind of object is read and written. */
export interface UpdatePlan<Data extends object, Put extends object> {
  /** Asked for at each call: an object may move to another server. */
  readonly client: LxdClient
  /** Reads the object, with its ETag remembered: the server's, or computed where it gives none. */
  read(options: LxdCallOptions): Promise<Data>
  put(body: Put, options: LxdCallOptions): Promise<LxdChange>
  /** Left out where the server's PATCH can't be used: it is made of a read and a PUT then. */
  patch?(body: Put, options: LxdCallOptions): Promise<LxdChange>
  /** Still the server's own, for `rawPatch`, where `patch` is left out. */
  rawPatch?(body: Put, options: LxdCallOptions): Promise<LxdChange>
  /** Fields that the server's PATCH empties when they are not sent. */
  emptiedByPatch?: readonly (keyof Put & string)[]
  /** Fields that are never written, so that they need not be sent. */
  readOnly: readonly string[]
  /** Computes the ETag of an entry of a list, which the server sends without; `undefined` where that is not possible. */
  computeEtag?(data: Data): string | undefined
  /** Waits for a change that the server may make an operation of. @default settleChange */
  settle?(client: LxdClient, act: () => Promise<LxdChange>, options: LxdWaitOptions): Promise<LxdChange>
}

const maxMerges = 5

// No ETag looks like this: the server itself then says that the object is another by now.
const changedSinceRead = '"changed-since-read"'

/**
 * Makes the methods that change an object safely.
 *
 * @param object - Holds the data; `save()` writes what it holds when it is called.
 * @param base - The data as the server sent it.
 */
export function createUpdatable<Data extends object, Put extends object>(
  object: Data,
  base: Data,
  plan: UpdatePlan<Data, Put>,
): LxdUpdatable<Put> {
  const { settle = settleChange } = plan
  let read = base

  const adopt = (fresh: Data): void => {
    read = fresh
    replaceData(object, fresh)
  }

  const currentEtag = () => etagOf(read) ?? plan.computeEtag?.(read)

  // The ETag of what was read. Entries of lists come without: they are compared with the object as it is now.
  const guard = async (options: LxdUpdateOptions): Promise<string | undefined> => {
    if (options.unconditional === true) return undefined
    const known = currentEtag()
    if (known !== undefined) return known
    const now = await plan.read(callOptions(options))
    return isEqual(bodyOf(now), bodyOf(read)) ? etagOf(now) : changedSinceRead
  }

  const bodyOf = (data: object): Put => {
    const body: Record<string, unknown> = { ...data }
    for (const key of plan.readOnly) delete body[key]
    return body as Put
  }

  const replace = async (wanted: object, options: LxdUpdateOptions): Promise<void> => {
    let body = wanted
    for (let merges = 0; ; merges++) {
      const ifMatch = await guard(options)
      try {
        await settle(plan.client, () => plan.put(bodyOf(body), { ...callOptions(options), ifMatch }), options)
        return adopt(await plan.read(callOptions(options)))
      } catch (error) {
        if (!isLxdPreconditionFailed(error) || options.onConflict !== 'merge' || merges === maxMerges) throw error
        const theirs = await plan.read(callOptions(options))
        body = mergeChanges(read, body, theirs)
        read = theirs
      }
    }
  }

  const change = async (changes: Put, options: LxdUpdateOptions): Promise<void> => {
    const { patch } = plan
    if (patch === undefined) return patchByPut(changes, options)
    const missing = (plan.emptiedByPatch ?? []).filter((key) => changes[key] === undefined)
    for (let merges = 0; ; merges++) {
      const now = missing.length === 0 ? read : await plan.read(callOptions(options))
      const kept = Object.fromEntries(missing.map((key) => [key, (now as Record<string, unknown>)[key]]))
      if (now !== read) read = now
      const ifMatch = await guard(options)
      try {
        await settle(plan.client, () => patch({ ...changes, ...kept }, { ...callOptions(options), ifMatch }), options)
        return adopt(await plan.read(callOptions(options)))
      } catch (error) {
        if (!isLxdPreconditionFailed(error) || options.onConflict !== 'merge' || merges === maxMerges) throw error
        read = await plan.read(callOptions(options))
      }
    }
  }

  const patchByPut = async (changes: Put, options: LxdUpdateOptions): Promise<void> => {
    read = await plan.read(callOptions(options))
    await replace(applyPatch(read, changes), options)
  }

  return {
    get etag() {
      return currentEtag()
    },
    save: (options = {}) => replace({ ...object }, options),
    put: (body, options = {}) => replace(body, options),
    patch: (changes, options = {}) => change(changes, options),
    async rawPut(body, options = {}) {
      await settle(plan.client, () => plan.put(body, callOptions(options)), options)
    },
    async rawPatch(body, options = {}) {
      const patch = plan.rawPatch ?? plan.patch
      if (patch === undefined)
        throw new ConfigurationError('the server has no PATCH for this', { operation: 'rawPatch' })
      await settle(plan.client, () => patch(body, callOptions(options)), options)
    },
    async sync(options = {}) {
      const theirs = await plan.read(callOptions(options))
      const merged = mergeChanges(read, { ...object }, theirs)
      read = theirs
      replaceData(object, merged)
    },
    async rollback(options = {}) {
      adopt(await plan.read(callOptions(options)))
    },
  }
}

const callOptions = ({ signal, timeoutMs, requestId, headers, retry }: LxdCallOptions): LxdCallOptions => ({
  signal,
  timeoutMs,
  requestId,
  headers,
  retry,
})

// What the server's PATCH is meant to do: maps are merged, and an empty text removes a key.
function applyPatch(data: object, changes: object): object {
  const result: Record<string, unknown> = { ...data }
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) continue
    const before = result[key]
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (!isMap || typeof before !== 'object') result[key] = value
    else result[key] = Object.fromEntries(Object.entries({ ...before, ...value }).filter(([, item]) => item !== ''))
  }
  return result
}
