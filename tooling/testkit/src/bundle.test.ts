import { expect, test } from 'vitest'
import { bundle } from './bundle.ts'

const from = import.meta.dirname

test('keeps what is used and drops what is not, in both bundlers', async () => {
  const made = await bundle(`export { transform } from 'esbuild'`, { from, external: ['esbuild'] })
  for (const { code, gzip } of Object.values(made)) {
    expect(code).toMatch(/transform.*from ['"]esbuild['"]/s)
    expect(gzip).toBeLessThan(100)
  }
})

test('refuses Node modules unless the platform is Node', async () => {
  const program = `import { readFileSync } from 'node:fs'; export const read = () => readFileSync`
  await expect(bundle(program, { from })).rejects.toThrow(/node:fs/)
  const made = await bundle(program, { from, platform: 'node' })
  expect(made.esbuild.code).toContain('node:fs')
  expect(made.rollup.code).toContain('node:fs')
})

test('refuses an import that cannot be resolved', async () => {
  await expect(bundle(`export * from 'not-installed-here'`, { from })).rejects.toThrow(/not-installed-here/)
})
