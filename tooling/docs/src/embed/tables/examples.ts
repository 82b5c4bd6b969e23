import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { firstComment } from '@x-tooling/playground'

/** Every example program of every package with what its first comment says. The code is included when the site is built. */
export function examples(root: string): string {
  const files = globSync('packages/*/examples/*.ts', { cwd: root }).filter((file) => basename(file) !== 'demo.ts')
  const byPackage = Map.groupBy(files.toSorted(), (file) => basename(dirname(dirname(file))))
  return [...byPackage]
    .flatMap(([name, programs]) => [`## @x/${name}`, ...programs.map((file) => section(root, file))])
    .join('\n\n')
}

function section(root: string, file: string): string {
  const about = firstComment(readFileSync(join(root, file), 'utf8'))
  if (about === '') throw new Error(`${file} does not begin with a comment that says what it shows`)
  return `### ${basename(file)}\n\n${about}\n\n{@includeCode ../../${file}}`
}
