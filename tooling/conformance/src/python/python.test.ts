import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Check } from '../Check.ts'
import { runStory } from './runStory.ts'
import { whyMissing } from './whyMissing.ts'

/** A program that Node runs in place of Python. */
function programOf(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'program.mjs')
  writeFileSync(file, source)
  return file
}

async function story(file: string): Promise<Check[]> {
  const checks: Check[] = []
  for await (const check of runStory(process.execPath, file, [])) checks.push(check)
  return checks
}

test('says why a library is not to be had', () => {
  expect(whyMissing('/no/such/python', 'storpool')).toMatch(/^\/no\/such\/python does not run: .*ENOENT/)
  expect(whyMissing('false', 'storpool')).toMatch(/^false has no storpool/)
  expect(whyMissing('true', 'storpool')).toBeUndefined()
})

test('answers the checks that a program prints', async () => {
  const file = programOf(`console.log('{"name":"a"}'); console.log('{"name":"b","failure":"no"}')`)
  expect(await story(file)).toEqual([{ name: 'a' }, { name: 'b', failure: 'no' }])
})

test('a program that breaks off is a failed check that shows its last words', async () => {
  const file = programOf(`console.log('{"name":"a"}'); console.error('out of paper'); process.exitCode = 3`)
  const [first, second] = await story(file)
  expect(first).toEqual({ name: 'a' })
  expect(second).toEqual({ name: file, failure: expect.stringMatching(/ended with code 3\nout of paper$/) })
})

test('a program that makes no check has failed', async () => {
  expect(await story(programOf(''))).toEqual([{ name: expect.any(String), failure: 'it made no check' }])
})
