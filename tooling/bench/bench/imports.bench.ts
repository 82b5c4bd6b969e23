import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type Bench, type BenchRow, compare } from '../src/index.ts'
import { loadedOfOthers } from './loadedOfOthers.ts'

const root = resolve(import.meta.dirname, '../../..')
const run = promisify(execFile)

interface Manifest {
  name: string
  exports: Record<string, string | { default: string }>
}

export const bench: Bench = {
  title: 'Loading each entry point in a new process, beside what it loads of others',
  async run({ quick }) {
    const rows: BenchRow[] = []
    for (const folder of globSync('packages/*', { cwd: root }).sort()) {
      const { name, exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest
      for (const [subpath, target] of Object.entries(exports)) {
        if (typeof target === 'string' || subpath.includes('*')) continue
        const file = join(root, folder, target.default)
        const others = await loadedOfOthers(file)
        const { baseline, ratio, ...row } = await compare({
          name: name + subpath.slice(1),
          run: () => load(folder, [pathToFileURL(file).href]),
          baseline: {
            name: others.map(({ specifier }) => specifier.replace(/\/dist\/.*/, '')).join(', '),
            run: () =>
              load(
                folder,
                others.map(({ url }) => url),
              ),
          },
          rounds: quick ? 3 : 11,
          warmUp: 1,
        })
        rows.push(others.length > 0 ? { ...row, baseline, ratio } : { ...row, note: 'loads nothing of others' })
      }
    }
    return rows
  },
}

/** Milliseconds that a new process takes to import modules one after the other. */
async function load(folder: string, modules: readonly string[]): Promise<number> {
  const program = `const begin = performance.now()
    for (const module of ${JSON.stringify(modules)}) await import(module)
    console.log(performance.now() - begin)`
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: join(root, folder),
  })
  return Number(stdout)
}
