import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WorkspacePackage } from '../findPackages.ts'
import { mapInPairs } from '../run/mapInPairs.ts'
import { packPackage } from './packPackage.ts'

let packed: Promise<ReadonlyMap<string, string>> | undefined

/**
 * The tarballs of all packages as they would be published, paths by name of package. They are packed once, for all steps
 * that look at them, into a folder that goes when this process ends.
 */
export function packedTarballs(packages: readonly WorkspacePackage[]): Promise<ReadonlyMap<string, string>> {
  packed ??= pack(packages)
  return packed
}

async function pack(packages: readonly WorkspacePackage[]): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const files = await mapInPairs(packages, async (entry) => {
    const destination = join(folder, entry.name)
    mkdirSync(destination)
    return [entry.manifest.name, await packPackage(entry, destination)] as const
  })
  return new Map(files)
}
