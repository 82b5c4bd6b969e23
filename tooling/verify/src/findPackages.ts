import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The parts of a package.json that are looked at. */
export interface Manifest {
  name: string
  version: string
  exports?: Record<string, string | { types?: string; default?: string }> | undefined
  /** Files that bundlers for browsers replace; `false` leaves them out. */
  browser?: Record<string, string | false> | undefined
  dependencies?: Record<string, string> | undefined
  peerDependencies?: Record<string, string> | undefined
  optionalDependencies?: Record<string, string> | undefined
  devDependencies?: Record<string, string> | undefined
}

/** A package of the workspace. */
export interface WorkspacePackage {
  /** Name of its folder. */
  name: string
  /** Absolute path of its folder. */
  folder: string
  manifest: Manifest
}

/** Packages in one of the workspace's folders, in the order of their names. */
export function findPackages(root: string, group: 'packages' | 'tooling'): WorkspacePackage[] {
  return readdirSync(join(root, group))
    .sort()
    .map((name) => ({ name, folder: join(root, group, name) }))
    .filter(({ folder }) => existsSync(join(folder, 'package.json')))
    .map(({ name, folder }) => ({ name, folder, manifest: readManifest(folder) }))
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
