import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from '../Check.ts'
import { embedText } from './embedText.ts'
import { looseCode } from './looseCode.ts'
import { readSnippet } from './readSnippet.ts'
import { tables } from './tables/index.ts'

/** What may have markers: what a reader of the repository or of the site sees. */
const documents = ['README.md', 'CONTRIBUTING.md', 'docs/guides/**/*.md', 'packages/*/README.md']

/** Fills the guides and READMEs with the code and the tables that their markers name. */
export function embedAll(root: string, { check }: { check: boolean }): Check {
  const problems = globSync(documents, { cwd: root })
    .toSorted()
    .flatMap((name) => embedDocument(root, name, check).map((problem) => `${name}: ${problem}`))
  return { name: 'code and tables in guides and READMEs', problems }
}

function embedDocument(root: string, name: string, check: boolean): string[] {
  const path = join(root, name)
  const old = readFileSync(path, 'utf8')
  const { text, problems } = embedText(old, (kind, what) => {
    if (kind === 'code') return readSnippet(root, what)
    const table = tables[what]
    if (table === undefined) throw new Error(`there is no table ${what}`)
    return table(root)
  })
  if (text !== old && check) problems.push('is out of date: run `pnpm run docs`')
  if (text !== old && !check) writeFileSync(path, text)
  return [...problems, ...looseCode(text).map((line) => `code that is not type-checked: ${line}`)]
}
