import { expect, test } from 'vitest'
import { temporaryPackage } from '../../test/temporaryPackage.ts'
import { checkLoading } from './checkLoading.ts'
import { runProgram } from './runProgram.ts'

const manifest = { exports: { '.': { default: './dist/index.js' }, './late': { default: './dist/late.js' } } }
const describe = (files: Record<string, string>) => ({
  ...files,
  'package.json': JSON.stringify({ name: '@x/a', type: 'module', ...manifest }),
})

test('an entry point that require() cannot load is found, and so is one that throws', { timeout: 60_000 }, async () => {
  const files = describe({
    'dist/index.js': 'export const a = 1',
    'dist/late.js': 'export const b = await Promise.resolve(2)',
  })
  const entry = temporaryPackage('a', files, manifest)
  const [good, late] = await checkLoading(entry.folder, [entry])
  expect(good).toEqual({ name: 'loading @x/a', problem: undefined })
  expect(late?.problem).toMatch(/require\(\) cannot be used|ERR_REQUIRE_ASYNC_MODULE/)
})

test('a program has to reach its end', { timeout: 60_000 }, async () => {
  const { folder } = temporaryPackage('a', {
    'good.mjs': `console.log('done')`,
    'early.mjs': `console.log('begins'); process.exit(0)`,
    'wrong.mjs': `console.log('done'); throw new Error('after all')`,
  })
  expect(await runProgram(folder, [process.execPath], 'good.mjs')).toBeUndefined()
  expect(await runProgram(folder, [process.execPath], 'early.mjs')).toContain('begins')
  expect(await runProgram(folder, [process.execPath], 'wrong.mjs')).toContain('after all')
  expect(await runProgram(folder, ['/nowhere/runtime'], 'good.mjs')).toContain('ENOENT')
})
