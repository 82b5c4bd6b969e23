import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { hasChangesets } from './hasChangesets.ts'

test('the configuration and the README are no changesets', () => {
  const root = mkdtempSync(join(tmpdir(), 'changesets-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, '.changeset'))
  for (const name of ['config.json', 'README.md']) writeFileSync(join(root, '.changeset', name), '')
  expect(hasChangesets(root)).toBe(false)
  writeFileSync(join(root, '.changeset/lxd-first.md'), '')
  expect(hasChangesets(root)).toBe(true)
})
