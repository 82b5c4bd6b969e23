import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionTable } from '@x-tooling/recorded'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const cells = (row: string) => row.replaceAll(/ {2,}/g, ' ')

test.for(['account'])('the README lists every call of the table %s as the table describes it', (table) => {
  const lines = new Set(readFileSync(join(root, 'README.md'), 'utf8').split('\n').map(cells))
  expect(actionTable(join(root, 'spec'), table).filter((row) => !lines.has(cells(row)))).toEqual([])
})
