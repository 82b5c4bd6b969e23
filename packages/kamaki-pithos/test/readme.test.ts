import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const cells = (row: string) => row.replaceAll(/ {2,}/g, ' ')

test('the README lists every call as the table describes it', () => {
  const spec = JSON.parse(readFileSync(join(root, 'spec/pithos.json'), 'utf8')) as {
    calls: Record<string, { doc: string }>
  }
  const lines = new Set(readFileSync(join(root, 'README.md'), 'utf8').split('\n').map(cells))
  const rows = Object.entries(spec.calls).map(
    ([name, { doc }]) => `| \`${name}\` | ${doc.split('\n')[0]?.replaceAll('|', '\\|')} |`,
  )
  expect(rows.filter((row) => !lines.has(cells(row)))).toEqual([])
})
