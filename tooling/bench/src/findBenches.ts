import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A bench file and the package it belongs to. */
export interface FoundBench {
  /** `name@version` of the package. */
  package: string
  file: string
}

/**
 * Bench files of the workspace in the order of their paths.
 *
 * @param only - Folders such as `packages/lxd`, or their last part; empty means all.
 */
export function findBenches(root: string, only: readonly string[]): FoundBench[] {
  const folders = globSync('packages/*', { cwd: root }).sort()
  const wanted = only.map((name) => name.replace(/\/+$/, '').replace(/^(?:.*\/)?packages\//, ''))
  const unknown = wanted.filter((name) => !folders.includes(join('packages', name)))
  if (unknown.length > 0) throw new Error(`no such package: ${unknown.join(', ')}`)
  return folders
    .filter((folder) => wanted.length === 0 || wanted.includes(folder.slice('packages/'.length)))
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
