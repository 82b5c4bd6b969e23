import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('the parser reaches no module of Node', async () => {
  const seen = new Set<string>()
  await walk(fileURLToPath(new URL('../src/parse/index.ts', import.meta.url)), seen)
  expect(seen.size).toBeGreaterThan(5)
  for (const file of seen) expect(await readFile(file, 'utf8')).not.toMatch(/from 'node:/)
})

async function walk(file: string, seen: Set<string>): Promise<void> {
  if (seen.has(file)) return
  seen.add(file)
  for (const [, relative] of (await readFile(file, 'utf8')).matchAll(/from '(\.[^']+)\.js'/g)) {
    await walk(resolve(dirname(file), `${relative}.ts`), seen)
  }
}
