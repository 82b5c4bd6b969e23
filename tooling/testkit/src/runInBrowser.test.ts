import { expect, test } from 'vitest'
import { findChromium } from './findChromium.ts'
import { runInBrowser } from './runInBrowser.ts'

test('runs modules in a browser and tells what they printed and threw', { timeout: 90_000 }, async (context) => {
  if (findChromium() === undefined) context.skip('there is no Chromium on the PATH')
  const results = await runInBrowser({
    'a b': `console.log('waits', await Promise.resolve(typeof document), typeof process)`,
    throws: `console.log('before'); throw new RangeError('no')`,
    wrong: `import 'node:fs'`,
  })
  expect(results['a b']).toEqual({ output: 'waits object undefined' })
  expect(results['throws']).toMatchObject({ output: 'before', error: expect.stringContaining('RangeError: no') })
  expect(results['wrong']?.error).toContain('TypeError')
})

test('says when there is no such browser', async () => {
  await expect(runInBrowser({ a: '' }, { chromium: '/nowhere/chromium' })).rejects.toThrow('ENOENT')
})
