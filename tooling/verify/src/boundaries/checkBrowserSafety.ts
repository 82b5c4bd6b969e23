import { existsSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { resolve, sep } from 'node:path'
import type { WorkspacePackage } from '../findPackages.ts'
import { entryFiles } from './entryFiles.ts'
import { importsOf } from './importsOf.ts'
import { nodeOnlyEntries } from './nodeOnlyEntries.ts'

/** What was found about one entry point. */
export interface EntrySafety {
  /** For example `@x/lxd/testing`. */
  entry: string
  problem?: string | undefined
}

/**
 * Follows the built files of every entry point, through dynamic imports and other packages of the workspace too, and
 * compares what they import of Node with the table. Files that a manifest keeps from browsers (`browser`) are not followed.
 *
 * @param all - The packages to follow imports into, the one itself included.
 */
export function checkBrowserSafety(
  { name, manifest }: WorkspacePackage,
  all: readonly WorkspacePackage[],
  table = nodeOnlyEntries,
): EntrySafety[] {
  const entries = new Map(all.flatMap((other) => [...entryFiles(other)]))
  const kept = new Set(all.flatMap(filesKeptFromBrowsers))
  const listed = table[name] ?? []
  const own = [...entries].filter(([entry]) => entry === manifest.name || entry.startsWith(`${manifest.name}/`))
  const found = own.map(([entry, file]): EntrySafety => {
    const isListed = listed.includes(`.${entry.slice(manifest.name.length)}`)
    if (!existsSync(file)) return { entry, problem: 'is not built' }
    const path = pathToNode(file, entries, kept)
    if (path !== undefined && !isListed) {
      return { entry, problem: `reaches ${path.at(-1)}: ${path.map((part) => shorten(part, all)).join(' -> ')}` }
    }
    return path === undefined && isListed
      ? { entry, problem: 'is listed as Node-only, but imports nothing of Node' }
      : { entry }
  })
  const names = own.map(([entry]) => `.${entry.slice(manifest.name.length)}`)
  const stale = listed.filter((entry) => !names.includes(entry))
  return [...found, ...stale.map((entry) => ({ entry: `${manifest.name} ${entry}`, problem: 'does not exist' }))]
}

const filesKeptFromBrowsers = ({ folder, manifest }: WorkspacePackage): string[] =>
  Object.entries(manifest.browser ?? {}).flatMap(([file, target]) => (target === false ? [resolve(folder, file)] : []))

/** The shortest chain of files from an entry point to a module of Node. */
function pathToNode(
  start: string,
  entries: ReadonlyMap<string, string>,
  kept: ReadonlySet<string>,
): string[] | undefined {
  const seen = new Set([start, ...kept])
  const queue = [[start]]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const file = path.at(-1)!
    for (const specifier of importsOf(file)) {
      if (isBuiltin(specifier)) return [...path, specifier]
      const next = specifier.startsWith('.') ? resolve(file, '..', specifier) : entries.get(specifier)
      if (next === undefined || seen.has(next) || !existsSync(next)) continue
      seen.add(next)
      queue.push([...path, next])
    }
  }
  return undefined
}

/** A file's path without what lies above its package. */
function shorten(path: string, packages: readonly WorkspacePackage[]): string {
  const owner = packages.find(({ folder }) => path.startsWith(folder + sep))
  return owner === undefined ? path : owner.name + path.slice(owner.folder.length)
}
