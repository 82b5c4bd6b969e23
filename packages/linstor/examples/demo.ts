import { createFakeLinstor } from '@x/linstor/testing'
import type { Demo, DemoRun } from '@x-tooling/demo'

const programs = [
  { file: 'listNodes.ts', title: 'list the nodes' },
  { file: 'createNode.ts', title: 'create a node and check the reply' },
  { file: 'createResource.ts', title: 'create a resource on two nodes and check every reply' },
  { file: 'watchResource.ts', title: 'watch a resource come and go' },
  { file: 'errorReports.ts', title: 'show the newest error reports' },
]

/** A controller as it may be found: two nodes with storage, and a report of something that went wrong. */
async function startFake(): Promise<DemoRun> {
  const nodes = ['alpha', 'bravo']
  const fake = await createFakeLinstor({
    nodes: nodes.map((name, index) => ({ name, address: `192.0.2.${index + 1}` })),
    storagePools: nodes.map((node) => ({ node, name: 'DfltStorPool', source: 'vg0' })),
    errorReports: [{ node: 'bravo', description: 'The volume group vg1 was not found' }],
  })
  return {
    note: `a fake controller on loopback, ${fake.uri}; set LINSTOR_URI to use a real one`,
    env: { LINSTOR_URI: fake.uri },
    programs,
    [Symbol.asyncDispose]: () => fake.close(),
  }
}

/** The programs against a real controller: they leave a node and a resource behind. */
const useReal = (uri: string): DemoRun => ({
  note: `the controller of LINSTOR_URI, ${uri}`,
  env: { LINSTOR_URI: uri },
  programs,
  [Symbol.asyncDispose]: async () => {}, // nothing was started
})

export const demo: Demo = {
  title: 'LINSTOR',
  order: 10,
  start: async () => {
    const uri = process.env['LINSTOR_URI']
    return uri === undefined || uri === '' ? startFake() : useReal(uri)
  },
}
