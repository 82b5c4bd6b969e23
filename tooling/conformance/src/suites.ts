import type { Suite } from './Suite.ts'
import { pylxd } from './suites/pylxd.ts'
import { storpool } from './suites/storpool.ts'

/** All suites, in the order in which they run. */
export const suites: readonly Suite[] = [storpool, pylxd]
