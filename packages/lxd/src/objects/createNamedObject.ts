import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdChange } from '../LxdChange.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { settleChange } from '../operations/settleChange.js'
import { attachMethods } from './attachMethods.js'
import { createUpdatable, type UpdatePlan } from './createUpdatable.js'
import type { LxdUpdatable } from './LxdUpdatable.js'

/** What every object has that can be changed, renamed and deleted. */
export interface LxdNamedMethods<Put> extends LxdUpdatable<Put>, LxdRenamable, LxdDeletable {}

/** What every object has that can be renamed. */
export interface LxdRenamable {
  /** Gives it another name. The object then is the one of that name. */
  rename(name: string, options?: LxdWaitOptions): Promise<void>
}

/** What every object has that can be deleted. */
export interface LxdDeletable {
  delete(options?: LxdWaitOptions): Promise<void>
}

/** How objects of one kind, known by a name, are read and changed. */
export interface NamedObjectPlan<Data extends object, Put extends object> {
  client: LxdClient
  data: Data
  /** What the object is known by. */
  name: string
  read(name: string, options: LxdCallOptions): Promise<Data>
  put(name: string, body: Put, options: LxdCallOptions): Promise<LxdChange>
  /** Left out where the server's PATCH does harm: `patch()` then is made of a read and a PUT. */
  patch?(name: string, body: Put, options: LxdCallOptions): Promise<LxdChange>
  /** The server's own PATCH where `patch` is left out. */
  rawPatch?(name: string, body: Put, options: LxdCallOptions): Promise<LxdChange>
  rename?(name: string, newName: string, options: LxdCallOptions): Promise<LxdChange>
  remove(name: string, options: LxdCallOptions): Promise<LxdChange>
  readOnly: UpdatePlan<Data, Put>['readOnly']
  emptiedByPatch?: UpdatePlan<Data, Put>['emptiedByPatch']
  /** Waits for a change. @default settleChange */
  settle?: UpdatePlan<Data, Put>['settle']
}

/**
 * Makes the object of something known by a name, from what the server said about it.
 *
 * @param more - Makes what this kind has besides; gets a function that tells the name, which a rename changes.
 */
export function createNamedObject<Data extends object, Put extends object, More extends object = object>(
  plan: NamedObjectPlan<Data, Put>,
  more?: (name: () => string) => More,
): Data & LxdNamedMethods<Put> & More {
  const { client, data, patch, rawPatch, settle = settleChange } = plan
  const object = structuredClone(data)
  let { name } = plan
  const updatable = createUpdatable<Data, Put>(object, data, {
    client,
    settle,
    read: (options) => plan.read(name, options),
    put: (body, options) => plan.put(name, body, options),
    ...(patch && { patch: (body: Put, options: LxdCallOptions) => patch(name, body, options) }),
    ...(rawPatch && { rawPatch: (body: Put, options: LxdCallOptions) => rawPatch(name, body, options) }),
    readOnly: plan.readOnly,
    ...(plan.emptiedByPatch && { emptiedByPatch: plan.emptiedByPatch }),
  })
  const { rename: send } = plan
  const rename: LxdRenamable['rename'] = async (newName, options = {}) => {
    if (send !== undefined) await settle(client, () => send(name, newName, options), options)
    name = newName
    await updatable.sync(options)
  }
  const methods: LxdDeletable & Partial<LxdRenamable> = {
    ...(send && { rename }),
    async delete(options = {}) {
      await settle(client, () => plan.remove(name, options), options)
    },
  }
  const named = attachMethods(attachMethods(object, updatable), methods)
  return attachMethods(named, more?.(() => name) ?? ({} as More)) as Data & LxdNamedMethods<Put> & More
}
