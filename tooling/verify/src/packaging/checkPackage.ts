import { readFileSync } from 'node:fs'
import type { WorkspacePackage } from '../findPackages.ts'
import { checkManifest } from './checkManifest.ts'
import { checkPublint } from './checkPublint.ts'
import { checkTypes } from './checkTypes.ts'

/**
 * Checks a package's manifest and its tarball.
 *
 * @param tarball - Path of the packed package.
 * @returns One list of problems per check.
 */
export async function checkPackage(entry: WorkspacePackage, tarball: string): Promise<string[][]> {
  const bytes = Uint8Array.from(readFileSync(tarball))
  return [checkManifest(entry), await checkPublint(entry, bytes), await checkTypes(entry, bytes)]
}
