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

test('one action with zod/mini and ky stays under 16 kB gz, with the session under 27 kB', limits, async () => {
  const action = `export { listServers } from '@x/kamaki-cyclades/actions'\n`
  const alone = await bundle(action, { from })
  expect(alone.esbuild.gzip).toBeLessThan(7_600)
  const withKy = await bundle(`${action}export { default as ky } from 'ky'`, { from })
  expect(withKy.esbuild.gzip).toBeLessThan(16_000)
  expect(withKy.rollup.gzip).toBeLessThan(16_000)
  const program = await bundle(
    `${action}export { createCycladesClient } from '@x/kamaki-cyclades'
    export { createSynnefoSession } from '@x/kamaki-astakos'`,
    { from },
  )
  expect(program.esbuild.gzip).toBeLessThan(27_000)
})

test('all calls of all services with the session stay under 40 kB gz', limits, async () => {
  const made = await bundle(
    `export { createCyclades } from '@x/kamaki-cyclades'
    export { createSynnefoSession } from '@x/kamaki-astakos'`,
    { from },
  )
  expect(made.esbuild.gzip).toBeLessThan(40_000)
  expect(made.esbuild.code).not.toMatch(/from ['"]node:|createFakeCyclades/)
})

test('fakes load in a browser', limits, async () => {
  const made = await bundle(`export { createFakeCyclades } from '@x/kamaki-cyclades/testing'`, {
    from,
    platform: 'browser',
  })
  expect(made.rollup.code).not.toMatch(/from ['"]node:/)
})
