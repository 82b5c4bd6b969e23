import type { StartWorld } from './World.ts'
import { linstorWorld } from './worlds/linstor.ts'
import { lxdWorld } from './worlds/lxd.ts'
import { storpoolWorld } from './worlds/storpool.ts'
import { synnefoWorld } from './worlds/synnefo.ts'

/** All worlds, by name. */
export const worlds: Readonly<Record<string, StartWorld>> = {
  linstor: linstorWorld,
  storpool: storpoolWorld,
  lxd: lxdWorld,
  synnefo: synnefoWorld,
}
