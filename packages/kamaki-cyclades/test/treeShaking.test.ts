import { bundle } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

const from = import.meta.dirname
// Two bundlers over some hundred files, on a machine that does other things as well.
const limits = { timeout: 60_000 }

test('one action ships no other action and no schema but its own', limits, async () => {
  const made = await bundle(`export { listServers } from '@x/kamaki-cyclades/actions'`, { from })
  for (const { code } of [made.esbuild, made.rollup]) {
    expect(code).not.toMatch(/createServer|listVolumes|getMeta|floating_ip_address|fingerprint|adminPass|display_name/)
  }
})

test('one action with zod/mini and ky is below 16 kB gz', limits, async () => {
  const made = await bundle(
    `export { listServers } from '@x/kamaki-cyclades/actions'
    export { default as ky } from 'ky'`,
    { from },
  )
  for (const { gzip } of [made.esbuild, made.rollup]) expect(gzip).toBeLessThan(16_000)
})

test('all calls of all services with the session bring nothing of Node and no fake', limits, async () => {
  const made = await bundle(
    `export { createCyclades } from '@x/kamaki-cyclades'
    export { createSynnefoSession } from '@x/kamaki-astakos'`,
    { from },
  )
  expect(made.esbuild.code).not.toMatch(/from ['"]node:|createFakeCyclades/)
})

test('fakes load in a browser', limits, async () => {
  const made = await bundle(`export { createFakeCyclades } from '@x/kamaki-cyclades/testing'`, {
    from,
    platform: 'browser',
  })
  expect(made.rollup.code).not.toMatch(/from ['"]node:/)
})
