import { bundle } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

const from = import.meta.dirname
// Two bundlers over some hundred files, on a machine that does other things as well.
const limits = { timeout: 60_000 }

test('one action ships no other action and no schema but its own', limits, async () => {
  const made = await bundle(`export { getServices } from '@x/kamaki-astakos/actions'`, { from })
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
