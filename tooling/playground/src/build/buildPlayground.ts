import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import type { Playground } from '../Playground.ts'
import { findEntries } from './findEntries.ts'
import { findPrograms } from './findPrograms.ts'

const source = resolve(import.meta.dirname, '..')

const shared: BuildOptions = {
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  absWorkingDir: resolve(source, '..'),
  logLevel: 'silent',
}

/** What a name for Node stands for here. */
const standIns: Readonly<Record<string, string>> = { '@x/lxd/node': join(source, 'worker/standIns/lxdNode.ts') }

/**
 * Writes the playground: a page with the example programs, the bundled packages that they import, and a worker that runs
 * them against the fakes. The packages have to be built.
 *
 * @param root - Absolute path of the repository.
 * @param folder - Where the page goes; anything that serves files can serve it.
 */
export async function buildPlayground(root: string, folder: string): Promise<Playground> {
  const { programs, leftOut } = findPrograms(root)
  const names = findEntries(root, programs)
  const fileOf = (name: string) => name.slice('@x/'.length).replaceAll('/', '-')
  mkdirSync(folder, { recursive: true })
  await build({
    ...shared,
    entryPoints: Object.fromEntries(names.map((name) => [fileOf(name), standIns[name] ?? name])),
    outdir: join(folder, 'packages'),
    splitting: true,
    chunkNames: 'parts/[hash]',
  })
  await build({
    ...shared,
    entryPoints: { page: join(source, 'page/main.ts'), worker: join(source, 'worker/main.ts') },
    outdir: folder,
  })
  const modules = Object.fromEntries(names.map((name) => [name, `packages/${fileOf(name)}.js`]))
  const playground: Playground = { programs, leftOut, modules }
  writeFileSync(join(folder, 'playground.json'), JSON.stringify(playground))
  for (const file of ['index.html', 'page.css']) copyFileSync(join(source, 'page', file), join(folder, file))
  return playground
}
