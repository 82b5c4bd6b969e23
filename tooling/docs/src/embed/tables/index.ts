import { astakosNames } from './astakosNames.ts'
import { cycladesNames } from './cycladesNames.ts'
import { examples } from './examples.ts'
import { linstorNames } from './linstorNames.ts'
import { lxdNames } from './lxdNames.ts'
import { pithosNames } from './pithosNames.ts'
import { storpoolNames } from './storpoolNames.ts'

/** Tables that documents may embed, by name: made from the tables of the APIs, so that there is one source of each name. */
export const tables: Readonly<Record<string, (root: string) => string>> = {
  'astakos-names': astakosNames,
  'cyclades-names': cycladesNames,
  'linstor-names': linstorNames,
  'lxd-names': lxdNames,
  'pithos-names': pithosNames,
  'storpool-names': storpoolNames,
  examples,
}
