import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSnippet } from './readSnippet.ts'

const source = `import { a } from 'a'
export async function shown() {
  // #region shown
  if (a) {
    await a()
  }
  // #endregion
}
`

function folder(): string {
  const root = mkdtempSync(join(tmpdir(), 'snippets-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  writeFileSync(join(root, 'a.ts'), source)
  return root
}

test('reads a region without its indentation, and a whole file', () => {
  expect(readSnippet(folder(), 'a.ts#shown')).toBe('```ts\nif (a) {\n  await a()\n}\n```')
  expect(readSnippet(folder(), 'a.ts')).toBe(`\`\`\`ts\n${source.trim()}\n\`\`\``)
})

test('names what is not there', () => {
  expect(() => readSnippet(folder(), 'a.ts#other')).toThrow('a.ts has no region other')
  expect(() => readSnippet(folder(), 'b.ts')).toThrow('b.ts does not exist')
})
