import { bundle } from '@x-tooling/testkit'
import { expect, test } from 'vitest'
import api from '../spec/api.json' with { type: 'json' }

const from = import.meta.dirname
const both = async (code: string) => Object.values(await bundle(code, { from }))
/** How a call's description looks in a bundle. */
const callsIn = (code: string) => [...code.matchAll(/operation: ['"](\w+)['"]/g)].map(([, name]) => name)

test('importing one action ships one call and its own types', async () => {
  for (const { code } of await both(`export { volumesList } from '@x/storpool/actions'`)) {
    expect(callsIn(code)).toEqual(['volumesList'])
    expect(code).not.toMatch(/snapshotSummarySchema|diskSummarySchema|apiOkSchema|createStorPool/)
  }
})

test.each(['volumesList', 'volumeCreate', 'disksList', 'volumesReassignWait', 'iSCSIConfigChange'])(
  'a client with %s holds that call alone',
  async (name) => {
    const program = `export { createStorPoolClient } from '@x/storpool'; export { ${name} } from '@x/storpool/actions'`
    for (const { code } of await both(program)) {
      expect(callsIn(code)).toEqual([name])
    }
  },
)

test('the full client ships every call', async () => {
  const [esbuild] = await both(`export { createStorPool } from '@x/storpool'`)
  expect(new Set(callsIn(esbuild!.code))).toEqual(new Set(Object.keys(api.calls)))
})

test.each(['@x/storpool', '@x/storpool/actions', '@x/storpool/testing'])('%s loads in a browser', async (entry) => {
  for (const { code } of await both(`export * from '${entry}'`)) expect(code).not.toMatch(/from ['"]node:/)
})
