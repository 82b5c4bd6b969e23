import { bundle } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

test('the fake imports nothing of Node: it answers in browsers too', async () => {
  const program = `export { createFakeLxd } from '@x/lxd/testing'`
  for (const { code } of Object.values(await bundle(program, { from: import.meta.dirname, external: [] }))) {
    expect(code).toContain('createFakeLxd')
    expect(code).not.toMatch(/(?:from|import)\s*\(?\s*["']node:/)
  }
})

test('the client does not bring the fake along', async () => {
  const program = `export { createLxd } from '@x/lxd'`
  const external = ['undici', 'node:fs', 'node:fs/promises', 'node:path']
  for (const { code } of Object.values(await bundle(program, { from: import.meta.dirname, external }))) {
    expect(code).not.toContain('the fake does not implement')
  }
})
