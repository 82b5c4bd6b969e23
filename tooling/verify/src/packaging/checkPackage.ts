import type { WorkspacePackage } from '../findPackages.ts'
import { checkManifest } from './checkManifest.ts'
import { checkPublint } from './checkPublint.ts'
import { checkTypes } from './checkTypes.ts'
import { packPackage } from './packPackage.ts'

/**
 * Packs a package and checks what is in it.
 *
 * @param destination - Folder for the tarball.
 * @returns One list of problems per check.
 */
export async function checkPackage(entry: WorkspacePackage, destination: string): Promise<string[][]> {
  const manifest = checkManifest(entry)
  try {
    const tarball = await packPackage(entry, destination)
    return [manifest, await checkPublint(entry, tarball), await checkTypes(entry, tarball)]
  } catch (error) {
    return [manifest, [`${entry.manifest.name}: ${error instanceof Error ? error.message : String(error)}`]]
  }
}
