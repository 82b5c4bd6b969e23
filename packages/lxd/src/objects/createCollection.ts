import type { LxdCallOptions } from '../LxdCallOptions.js'
import { existing } from './existing.js'
import type { LxdCollection } from './LxdCollection.js'

/** How one kind of object is listed, read, and made an object of. */
export interface CollectionPlan<Data, Item, Scope extends object> {
  list(scope: Scope, options: LxdCallOptions): Promise<Data[]>
  read(name: string, scope: Scope, options: LxdCallOptions): Promise<Data>
  /** Names of the members of `Scope`; the rest are options of the call. */
  scope: readonly (keyof Scope & string)[]
  toItem(data: Data, scope: Scope): Item
}

/** Makes the part that the managers of all kinds of objects share. */
export function createCollection<Data, Item, Scope extends object = object>(
  plan: CollectionPlan<Data, Item, Scope>,
): LxdCollection<Item, Scope> {
  const split = (both: object | undefined): [Scope, LxdCallOptions] => {
    const entries = Object.entries(both ?? {})
    const belongs = ([key]: [string, unknown]) => (plan.scope as readonly string[]).includes(key)
    const scope = Object.fromEntries(entries.filter(belongs))
    return [scope as Scope, Object.fromEntries(entries.filter((entry) => !belongs(entry)))]
  }
  return {
    async all(both) {
      const [scope, options] = split(both)
      return (await plan.list(scope, options)).map((data) => plan.toItem(data, scope))
    },
    async get(name, both) {
      const [scope, options] = split(both)
      return plan.toItem(await plan.read(name, scope, options), scope)
    },
    exists(name, both) {
      return existing(plan.read(name, ...split(both)))
    },
  }
}
