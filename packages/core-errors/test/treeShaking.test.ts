import { bundle } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

const from = import.meta.dirname

test('one guard ships no other kind of error and no transport', async () => {
  const made = await bundle(`export { isTimeoutError } from '@x/core-errors'`, { from })
  for (const { code } of [made.esbuild, made.rollup]) {
    expect(code).not.toMatch(/ProtocolError|ConnectionError|redact|ky/)
  }
})

test('the main entry brings no dependency', async () => {
  const made = await bundle(`export * from '@x/core-errors'`, { from })
  expect(made.esbuild.code).not.toContain('HTTPError')
})

test('fakes load in a browser', async () => {
  const made = await bundle(`export { startFakeServer } from '@x/core-errors/testing'`, { from, platform: 'browser' })
  expect(made.rollup.code).not.toMatch(/from ['"]node:/)
})
