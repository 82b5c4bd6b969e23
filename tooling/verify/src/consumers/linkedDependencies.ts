import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkspacePackage } from '../findPackages.ts'

/** What the packages depend on and others publish, as links to where it is installed. */
export function linkedDependencies(packages: readonly WorkspacePackage[]): Record<string, string> {
  const linked: Record<string, string> = {}
  for (const { folder, manifest } of packages) {
    for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
      if (!name.startsWith('@x/')) linked[name] = `link:${realpathSync(join(folder, 'node_modules', name))}`
    }
  }
  return linked
}
