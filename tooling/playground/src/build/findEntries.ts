import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '../Playground.ts'

const folders = ['core-errors', 'kamaki-astakos', 'kamaki-cyclades', 'kamaki-pithos', 'linstor-wire', 'lxd', 'storpool']

/** Entry points with modules of Node behind them. */
const needsNode: readonly string[] = ['./config', './node']

/** What programs in the playground may import: the browser-safe entry points, and what the programs name besides. */
export function findEntries(root: string, programs: readonly Program[]): string[] {
  const published = folders.flatMap((folder) => {
    const manifest = readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')
    const { exports } = JSON.parse(manifest) as { exports: Record<string, unknown> }
    const paths = Object.keys(exports).filter((path) => !/[*]|\.json$/.test(path) && !needsNode.includes(path))
    return paths.map((path) => `@x/${folder}${path.slice(1)}`)
  })
  const named = programs.flatMap(({ code }) => [...code.matchAll(/from '(@x\/[^']+)'/g)].map(([, name]) => name!))
  return [...new Set([...published, ...named])].toSorted()
}
