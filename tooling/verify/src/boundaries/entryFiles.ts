import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkspacePackage } from '../findPackages.ts'

/** The JavaScript file behind every entry point of a package, patterns with `*` expanded, by import specifier. */
export function entryFiles({ folder, manifest }: WorkspacePackage): Map<string, string> {
  const files = new Map<string, string>()
  for (const [subpath, target] of Object.entries(manifest.exports ?? {})) {
    const file = typeof target === 'string' ? target : target.default
    if (file === undefined || !file.endsWith('.js')) continue
    const specifier = manifest.name + subpath.slice(1)
    if (!subpath.includes('*')) {
      files.set(specifier, join(folder, file))
      continue
    }
    const [before = '', after = ''] = file.slice(2).split('*')
    for (const path of globSync(`${before}**/*${after}`, { cwd: folder })) {
      const star = path.slice(before.length, path.length - after.length)
      files.set(
        specifier.replace('*', () => star),
        join(folder, path),
      )
    }
  }
  return files
}
