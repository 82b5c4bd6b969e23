import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Demo } from './Demo.ts'

/** A demo and the `examples/` folder it was found in. */
export interface FoundDemo {
  /** Name of the package's folder. */
  name: string
  folder: string
  demo: Demo
}

/**
 * Loads `examples/demo.ts` of every package of the workspace, in the order in which they are shown.
 *
 * @param only - Names of package folders; empty means all.
 * @throws when a module exports no `demo`, or a name in `only` has none.
 */
export async function discoverDemos(root: string, only: readonly string[] = []): Promise<FoundDemo[]> {
  const found: FoundDemo[] = []
  for (const group of ['packages', 'tooling']) {
    if (!existsSync(join(root, group))) continue
    for (const name of readdirSync(join(root, group))) {
      if (only.length > 0 && !only.includes(name)) continue
      const folder = join(root, group, name, 'examples')
      const file = join(folder, 'demo.ts')
      if (!existsSync(file)) continue
      const { demo } = (await import(pathToFileURL(file).href)) as { demo?: Demo }
      if (typeof demo?.start !== 'function') throw new Error(`${file} exports no \`demo\``)
      found.push({ name, folder, demo })
    }
  }
  const missing = only.filter((name) => !found.some((entry) => entry.name === name))
  if (missing.length > 0) throw new Error(`no examples/demo.ts in: ${missing.join(', ')}`)
  return found.sort((a, b) => a.demo.order - b.demo.order || a.name.localeCompare(b.name))
}
