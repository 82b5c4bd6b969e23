import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Check } from '../Check.ts'
import { installLibraries } from './installLibraries.ts'
import { runStory } from './runStory.ts'
import { whyMissing } from './whyMissing.ts'

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** A program that Node runs in place of Python. */
function programOf(source: string): string {
  const file = join(makeFolder(), 'program.mjs')
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

test('says why the libraries are not installed, and leaves no half of an environment', () => {
  const parent = makeFolder()
  const venv = join(parent, 'venv')
  writeFileSync(venv, '#!/bin/sh\nmkdir -p "$3"\n', { mode: 0o755 })
  const target = { folder: join(parent, 'environment'), python: 'false' }
  expect(installLibraries(target, '/no/such/python')).toMatch(/^\/no\/such\/python does not run: .*ENOENT/)
  expect(installLibraries(target, venv)).toBe('false -m pip ended with code 1')
  expect(existsSync(target.folder)).toBe(false)
  expect(installLibraries({ ...target, python: 'true' }, venv)).toBeUndefined()
  installLibraries(target, venv)
  expect(existsSync(target.folder)).toBe(true) // it was there before
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
