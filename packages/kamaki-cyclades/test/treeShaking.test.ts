import { join } from 'node:path'
import { bundle, readmeSizes } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

const from = import.meta.dirname
// Two bundlers over some hundred files, on a machine that does other things as well.
const limits = { timeout: 60_000 }
const atMost = readmeSizes(join(from, '..'))

const action = `export { listServers } from '@x/kamaki-cyclades/actions'\n`
const session = `export { createSynnefoSession } from '@x/kamaki-astakos'\n`
/** What the README says the size of. */
const programs: Record<string, string> = {
  'one action': action,
  'one action and a session': `${action}${session}export { createCycladesClient } from '@x/kamaki-cyclades'`,
  '`createCyclades` and a session': `${session}export { createCyclades } from '@x/kamaki-cyclades'`,
}

test.for(Object.entries(programs))('%s is as small as the README says', limits, async ([name, program]) => {
  const { esbuild, rollup } = await bundle(program, { from })
  const most = atMost.get(name) ?? 0
  for (const { gzip } of [esbuild, rollup]) expect(gzip).toBeLessThanOrEqual(most)
  expect(Math.max(esbuild.gzip, rollup.gzip)).toBeGreaterThan(most - 1_000) // no more is said than is needed
})

test('the README names the size of nothing else', () => {
  expect([...atMost.keys()]).toEqual(Object.keys(programs))
})

test('one action with zod/mini leaves room for ky below 16 kB gz', limits, async () => {
  const { esbuild, rollup } = await bundle(`${action}export { default as ky } from 'ky'`, { from })
  for (const { gzip } of [esbuild, rollup]) expect(gzip).toBeLessThan(16_000)
})

test('one action ships no other action and no schema but its own', limits, async () => {
  const made = await bundle(action, { from })
  for (const { code } of [made.esbuild, made.rollup]) {
    expect(code).not.toMatch(/createServer|listVolumes|getMeta|floating_ip_address|fingerprint|adminPass|display_name/)
  }
})

test('all calls bring no fake and nothing of Node', limits, async () => {
  const made = await bundle(programs['`createCyclades` and a session'] ?? '', { from })
  for (const { code } of [made.esbuild, made.rollup]) expect(code).not.toMatch(/from ['"]node:|createFakeCyclades/)
})

test('fakes load in a browser', limits, async () => {
  const made = await bundle(`export { createFakeCyclades } from '@x/kamaki-cyclades/testing'`, {
    from,
    platform: 'browser',
  })
  expect(made.rollup.code).not.toMatch(/from ['"]node:/)
})
