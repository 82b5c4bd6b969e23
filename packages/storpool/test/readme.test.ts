import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import api from '../spec/api.json' with { type: 'json' }

test('the README lists every call with what it does, and what became of those that are gone', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  for (const [name, { doc }] of Object.entries(api.calls)) expect(readme).toContain(`| \`${name}\` | ${doc}`)
  for (const [name, { removedIn }] of Object.entries(api.removed))
    expect(readme).toContain(`| \`${name}\` | ${removedIn} |`)
})
