import type { LxdUpdatable } from './LxdUpdatable.js'

/** The names of an {@link LxdUpdatable}, for the prototype of its kind. */
export const updatableNames: Readonly<Record<keyof LxdUpdatable<unknown>, true>> = {
  etag: true,
  save: true,
  put: true,
  patch: true,
  rawPut: true,
  rawPatch: true,
  sync: true,
  rollback: true,
}
