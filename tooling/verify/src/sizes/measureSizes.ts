import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '@x-tooling/testkit'
import type { WorkspacePackage } from '../findPackages.ts'
import type { MeasuredSize } from './MeasuredSize.ts'
import type { SizeEntry } from './SizeEntry.ts'
import { strangersIn } from './strangersIn.ts'

/** Bundles the programs of a package's `sizes.json`. */
export async function measureSizes({ folder, manifest }: WorkspacePackage): Promise<MeasuredSize[]> {
  const entries = JSON.parse(readFileSync(join(folder, 'sizes.json'), 'utf8')) as SizeEntry[]
  const measured: MeasuredSize[] = []
  for (const entry of entries) {
    const { code, platform, external, action, with: parts = [] } = entry
    const { esbuild, rollup } = await bundle(code.join('\n'), { from: folder, platform, external })
    const actions = action === undefined ? [] : await actionsOf(folder, manifest.name)
    const others = actions.filter((name) => name !== action && !parts.includes(name))
    const strangers = [...new Set([esbuild, rollup].flatMap((made) => strangersIn(made.code, others)))]
    measured.push({ ...entry, esbuild: esbuild.gzip, rollup: rollup.gzip, strangers })
  }
  return measured
}

/** Names of all actions of a package. */
async function actionsOf(folder: string, name: string): Promise<string[]> {
  const entry = join(folder, 'dist/actions/index.js')
  const actions = Object.keys((await import(entry)) as object)
  if (actions.length === 0) throw new Error(`${name}/actions exports nothing`)
  return actions
}
