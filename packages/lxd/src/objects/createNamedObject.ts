import { ConfigurationError } from '@x/core-errors'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdChange } from '../LxdChange.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { settleChange } from '../operations/settleChange.js'
import { attachMethods } from './attachMethods.js'
import { copyJson } from './copyJson.js'
import { createUpdatable, type UpdatePlan } from './createUpdatable.js'
import { extendMethods } from './extendMethods.js'
import type { LxdUpdatable } from './LxdUpdatable.js'
import { methodPrototype } from './methodPrototype.js'
import { updatableNames } from './updatableNames.js'

/** What every object has that can be changed, renamed and deleted. */
export interface LxdNamedMethods<Put> extends LxdUpdatable<Put>, LxdRenamable, LxdDeletable {}

/** What every object has that can be renamed. */
export interface LxdRenamable {
  /** Gives it another name. The object then is the one of that name. */
  rename(name: string, options?: LxdWaitOptions): Promise<void>
}

/** What every object has that can be deleted. */
export interface LxdDeletable {
  /** Deletes it. */
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

/** The names of {@link LxdNamedMethods}, for the prototype of a kind. */
export const namedNames: Readonly<Record<keyof LxdNamedMethods<unknown>, true>> = {
  ...updatableNames,
  rename: true,
  delete: true,
}

const plain = methodPrototype<LxdNamedMethods<unknown>>(namedNames)

/**
 * Makes the object of something known by a name, from what the server said about it.
 *
 * @param more - Makes what this kind has besides; gets a function that tells the name, which a rename changes.
 * @param prototype - From `methodPrototype`, with `namedNames` and the names of `more`.
 */
export function createNamedObject<Data extends object, Put extends object, More extends object = object>(
  plan: NamedObjectPlan<Data, Put>,
  more?: (name: () => string) => More,
  prototype: object = plain,
): Data & LxdNamedMethods<Put> & More {
  const make = (object: Data): LxdNamedMethods<Put> & More => namedMethods(object, plan, more)
  return attachMethods(copyJson(plan.data), prototype, make)
}

function namedMethods<Data extends object, Put extends object, More extends object>(
  object: Data,
  plan: NamedObjectPlan<Data, Put>,
  more: ((name: () => string) => More) | undefined,
): LxdNamedMethods<Put> & More {
  const { client, data, patch, rawPatch, rename: send, settle = settleChange } = plan
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
  const named = extendMethods(updatable, {
    async rename(newName: string, options: LxdWaitOptions = {}) {
      if (send === undefined) throw new ConfigurationError(`${name} can't be renamed`, { operation: 'rename' })
      await settle(client, () => send(name, newName, options), options)
      name = newName
      await updatable.sync(options)
    },
    async delete(options: LxdWaitOptions = {}) {
      await settle(client, () => plan.remove(name, options), options)
    },
  })
  return extendMethods(named, more?.(() => name) ?? ({} as More))
}
