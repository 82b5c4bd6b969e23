import { keyOf } from './keyOf.js'

/** Key of what connects two nodes, in whichever order they are named. */
export const connectionKey = (first: string, second: string, volume?: number): string =>
  [...[keyOf(first), keyOf(second)].sort(), volume ?? ''].join('|')
