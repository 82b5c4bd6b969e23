import { markdownTable } from './markdownTable.ts'
import { readJson } from './readJson.ts'
import { snakeCase } from './snakeCase.ts'

/** What kamaki's client of Pithos does not have. */
const onlyHere: readonly string[] = ['download', 'restoreObject', 'upload']

/** Methods of kamaki's `PithosClient` beside those of the package. */
export function pithosNames(root: string): string {
  const { calls } = readJson<{ calls: Record<string, { doc: string }> }>(
    root,
    'packages/kamaki-pithos/spec/pithos.json',
  )
  const rows = Object.entries(calls).map(([name, { doc }]) => [
    onlyHere.includes(name) ? '—' : `\`${snakeCase(name)}\``,
    `\`${name}\``,
    doc,
  ])
  return markdownTable(['PithosClient', '@x/kamaki-pithos', 'what it does'], rows)
}
