import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import api from '../spec/api.json' with { type: 'json' }

test('the README lists every call with what it does, and what became of those that are gone', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const rows = [
    ...Object.entries(api.calls).map(([name, { doc }]) => `| \`${name}\` | ${doc}`),
    ...Object.entries(api.removed).map(([name, { removedIn }]) => `| \`${name}\` | ${removedIn} |`),
  ]
  expect(rows.filter((row) => !readme.includes(row))).toEqual([])
})
