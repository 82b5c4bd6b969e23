import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as here from '../src/index.js'

const folder = mkdtempSync(join(tmpdir(), 'two-copies-'))
let there: typeof here

beforeAll(async () => {
  cpSync(resolve(import.meta.dirname, '../dist'), join(folder, 'dist'), { recursive: true })
  cpSync(resolve(import.meta.dirname, '../package.json'), join(folder, 'package.json'))
  symlinkSync(resolve(import.meta.dirname, '../node_modules'), join(folder, 'node_modules'))
  there = (await import(pathToFileURL(join(folder, 'dist/index.js')).href)) as typeof here
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('two installed copies recognize each other’s errors where instanceof does not', () => {
  const error = new there.ApiError('no', { status: 404 })
  expect(error instanceof here.ApiError).toBe(false)
  expect(here.isApiError(error)).toBe(true)
  expect(here.isClientError(error)).toBe(true)
  expect(here.isTimeoutError(error)).toBe(false)
  expect(there.isConfigurationError(new here.ConfigurationError('no'))).toBe(true)
})

test('an error of one copy as the cause of the other’s prints without secrets', () => {
  const cause = new there.ConnectionError('lost https://u:hunter22@host/')
  expect(JSON.stringify(new here.ApiError('no', { cause }))).not.toContain('hunter22')
})
