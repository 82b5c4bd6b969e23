import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { WorkspacePackage } from '../findPackages.ts'

/** A program in `test/smoke` of a package: it uses the published entry points and prints `done` when all was right. */
export interface SmokeProgram {
  package: WorkspacePackage
  /** `anywhere` runs in browsers too; `server` needs sockets or files. */
  kind: 'anywhere' | 'server'
  /** Absolute path of the TypeScript file. */
  file: string
}

/** The smoke programs of all packages. Throws when a package has none. */
export function smokePrograms(packages: readonly WorkspacePackage[]): SmokeProgram[] {
  return packages.flatMap((entry) => {
    const files = globSync('test/smoke/*.ts', { cwd: entry.folder }).sort()
    if (files.length === 0) throw new Error(`packages/${entry.name}/test/smoke has no program`)
    return files.map((path): SmokeProgram => {
      const kind = basename(path, '.ts')
      if (kind !== 'anywhere' && kind !== 'server') throw new Error(`${path} of ${entry.name} is of no known kind`)
      return { package: entry, kind, file: join(entry.folder, path) }
    })
  })
}
