import { keyOf } from '../cluster/keyOf.js'

/** Whether a filter lets this name through: an empty one, or none, lets everything through. */
export const isWanted = (names: readonly string[] | undefined, name: string): boolean =>
  names === undefined || names.length === 0 || names.some((wanted) => keyOf(wanted) === keyOf(name))
