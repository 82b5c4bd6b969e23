import { isBuiltin } from 'node:module'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

/** A module that others publish. */
export interface LoadedModule {
  specifier: string
  url: string
}

/** What others publish and an entry point imports at once, by itself or through packages of this repository. */
export async function loadedOfOthers(entry: string): Promise<LoadedModule[]> {
  const found = new Map<string, LoadedModule>()
  const plugin: Plugin = {
    name: 'others',
    setup(made) {
      made.onResolve({ filter: /./ }, async ({ path, kind, resolveDir, pluginData }) => {
        if (pluginData === found || kind === 'entry-point') return undefined
        if (kind === 'dynamic-import' || isBuiltin(path)) return { path, external: true }
        if (path.startsWith('.') || path.startsWith('@x/')) return undefined
        const resolved = await made.resolve(path, { kind, resolveDir, pluginData: found })
        found.set(resolved.path, { specifier: path, url: pathToFileURL(resolved.path).href })
        return { path, external: true }
      })
    },
  }
  await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
    plugins: [plugin],
  })
  return [...found.values()]
}
