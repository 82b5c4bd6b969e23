import type { LxdCallOptions } from '../LxdCallOptions.js'

/** The objects of one kind. `Scope` says where they are looked for. */
export interface LxdCollection<Item, Scope extends object = object> {
  /** Every object, with one request. */
  all(scope?: Scope & LxdCallOptions): Promise<Item[]>
  /** @throws {LxdApiError} `isLxdNotFound` when there is none of that name. */
  get(name: string, scope?: Scope & LxdCallOptions): Promise<Item>
  exists(name: string, scope?: Scope & LxdCallOptions): Promise<boolean>
}

/** The project that objects are looked for in. */
export interface ProjectScope {
  /** @default the client's */
  project?: string | undefined
}
