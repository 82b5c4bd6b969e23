import type { FakeLinstorOptions } from '../../src/testing/index.js'

/** Three nodes; a volume group on all of them, a thin pool on two. */
export const cluster: FakeLinstorOptions = {
  nodes: [
    { name: 'alpha', props: { 'Aux/room': 'one' } },
    { name: 'bravo', props: { 'Aux/room': 'one' } },
    { name: 'charlie', props: { 'Aux/room': 'two' } },
  ],
  storagePools: [
    ...['alpha', 'bravo', 'charlie'].map((node) => ({ node, name: 'lvmpool', source: 'vg' })),
    ...['alpha', 'bravo'].map((node) => ({ node, name: 'thin', driver: 'LvmThinDriver', source: 'vg/thin' })),
  ],
  resourceDefinitions: [{ name: 'Web', volumes: [{ sizeKib: 65_536 }] }],
}
