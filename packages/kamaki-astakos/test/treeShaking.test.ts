import { join } from 'node:path'
import { bundle, readmeSizes } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

const from = import.meta.dirname
// Two bundlers over some hundred files, on a machine that does other things as well.
const limits = { timeout: 60_000 }
const atMost = readmeSizes(join(from, '..'))

const action = `export { getServices } from '@x/kamaki-astakos/actions'\n`
/** What the README says the size of. */
const programs: Record<string, string> = {
  'one action': action,
  'a session': `export { createSynnefoSession } from '@x/kamaki-astakos'`,
  'one action and its client': `${action}export { createAstakosClient } from '@x/kamaki-astakos'`,
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

test('one action ships no other action and no schema but its own', limits, async () => {
<<<<<<< HEAD
  const made = await bundle(action, { from })
=======
  const made = await bundle(`export { getServices } from '@x/kamaki-astakos/actions'`, { from })
>>>>>>> main
  for (const { code } of [made.esbuild, made.rollup]) {
    expect(code).not.toMatch(/getQuotas|member_capacity|allowed_actions|provisions|serviceCatalog/)
  }
})

test('a session brings no action and no fake', limits, async () => {
  const made = await bundle(`export { createSynnefoSession } from '@x/kamaki-astakos'`, { from })
  for (const { code } of [made.esbuild, made.rollup]) {
    expect(code).not.toMatch(/getQuotas|member_capacity|createFakeSynnefo|from ['"]node:/)
  }
})

test('fakes load in a browser', limits, async () => {
  const made = await bundle(`export { createFakeSynnefo } from '@x/kamaki-astakos/testing'`, {
    from,
    platform: 'browser',
  })
  expect(made.rollup.code).not.toMatch(/from ['"]node:/)
})
