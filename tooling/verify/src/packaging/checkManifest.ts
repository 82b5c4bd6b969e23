import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkspacePackage } from '../findPackages.ts'

/** What every published package has in common, by field of its package.json. */
const common: Readonly<Record<string, unknown>> = {
  license: 'MIT',
  type: 'module',
  sideEffects: false,
  engines: { node: '>=22' },
  publishConfig: { access: 'public', provenance: true },
}

/** What a package's manifest or folder lacks to be published like the others. */
export function checkManifest({ folder, manifest }: WorkspacePackage): string[] {
  const problems: string[] = []
  const fields = new Map<string, unknown>(Object.entries(manifest))
  for (const [field, value] of Object.entries(common)) {
    if (JSON.stringify(fields.get(field)) !== JSON.stringify(value))
      problems.push(`${field} is not ${JSON.stringify(value)}`)
  }
  if (typeof fields.get('description') !== 'string') problems.push('there is no description')
  for (const [subpath, target] of Object.entries(manifest.exports ?? {})) {
    if (typeof target === 'string') continue
    if (Object.keys(target).join() !== 'types,default') problems.push(`exports ${subpath} is not { types, default }`)
  }
  for (const file of ['README.md', 'typedoc.json']) {
    if (!existsSync(join(folder, file))) problems.push(`there is no ${file}`)
  }
  return problems.map((problem) => `${manifest.name}: ${problem}`)
}
