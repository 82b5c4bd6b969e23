import { bundle } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

const from = import.meta.dirname

test('one guard ships no other kind of error and no transport', async () => {
  const made = await bundle(`export { isTimeoutError } from '@x/core-errors'`, { from })
  for (const { code, gzip } of [made.esbuild, made.rollup]) {
    expect(code).not.toMatch(/ProtocolError|ConnectionError|redact|ky/)
    expect(gzip).toBeLessThan(400)
  }
})

test('the main entry brings no dependency, and everything in it stays under 5.25 kB gz', async () => {
  const made = await bundle(`export * from '@x/core-errors'`, { from })
  expect(made.esbuild.code).not.toContain('HTTPError')
  expect(made.esbuild.gzip).toBeLessThan(5_250)
})

test('the transport stays under 6.5 kB gz beside ky', async () => {
  const made = await bundle(`export { createHttpTransport } from '@x/core-errors/ky'`, { from, external: ['ky'] })
  expect(made.esbuild.gzip).toBeLessThan(6_500)
})

test('fakes load in a browser', async () => {
  const made = await bundle(`export { startFakeServer } from '@x/core-errors/testing'`, { from, platform: 'browser' })
  expect(made.rollup.code).not.toMatch(/from ['"]node:/)
})
