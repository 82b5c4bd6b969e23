import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** A bench file and the package it belongs to. */
export interface FoundBench {
  /** `name@version` of the package. */
  package: string
  file: string
}

/**
 * Bench files of the workspace in the order of their paths.
 *
 * @param only - Folders such as `packages/lxd`, or their last part; empty means all. `bench` is what concerns all packages.
 */
export function findBenches(root: string, only: readonly string[]): FoundBench[] {
  const folders = globSync(['packages/*', 'tooling/bench'], { cwd: root }).sort()
  const wanted = only.map((name) => basename(name.replace(/\/+$/, '')))
  const unknown = wanted.filter((name) => !folders.some((folder) => basename(folder) === name))
  if (unknown.length > 0) throw new Error(`no such package: ${unknown.join(', ')}`)
  return folders
    .filter((folder) => wanted.length === 0 || wanted.includes(basename(folder)))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .flatMap((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as {
        name: string
        version: string
      }
      const files = globSync('bench/*.bench.ts', { cwd: join(root, folder) }).sort()
      return files.map((file) => ({ package: `${name}@${version}`, file: join(root, folder, file) }))
    })
}
