import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type Bench, type BenchRow, compare } from '../src/index.ts'
import { median } from '../src/median.ts'
import { type LoadedModule, loadedOfOthers } from './loadedOfOthers.ts'

const root = resolve(import.meta.dirname, '../../..')
const start = promisify(execFile)

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
        const rounds = quick ? 2 : 11
        const measured = { name: name + subpath.slice(1), run: () => load([pathToFileURL(file).href]) }
        rows.push(others.length > 0 ? await besideOthers(measured, others, rounds) : await alone(measured, rounds))
      }
    }
    return rows
  },
}

interface Measured {
  name: string
  run(): Promise<number>
}

function besideOthers({ name, run }: Measured, others: readonly LoadedModule[], rounds: number): Promise<BenchRow> {
  return compare({
    name,
    run,
    baseline: {
      name: others.map(({ specifier }) => specifier.replace(/\/dist\/.*/, '')).join(', '),
      run: () => load(others.map(({ url }) => url)),
    },
    rounds,
    warmUp: 0, // each process is new
  })
}

async function alone({ name, run }: Measured, rounds: number): Promise<BenchRow> {
  const values: number[] = []
  for (let round = 0; round < rounds; round++) values.push(await run())
  return { name, unit: 'ms', value: median(values), note: 'loads nothing of others' }
}

/** Milliseconds that a new process takes to import modules one after the other. */
async function load(modules: readonly string[]): Promise<number> {
  const program = `const begin = performance.now()
    for (const module of ${JSON.stringify(modules)}) await import(module)
    console.log(performance.now() - begin)`
  const { stdout } = await start(process.execPath, ['--input-type=module', '--eval', program])
  return Number(stdout)
}
