import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '@x-tooling/testkit'
import { mapInPairs } from '../run/mapInPairs.ts'
import { bundleWithVite } from './bundleWithVite.ts'
import { bundleWithWebpack } from './bundleWithWebpack.ts'
import type { Check } from './Check.ts'
import type { Consumer, ConsumerProgram } from './Consumer.ts'
import { runProgram } from './runProgram.ts'

/** One smoke program per package, bundled by each bundler from the installed packages; the bundle is run. */
export async function checkBundlers({ folder, programs }: Consumer): Promise<Check[]> {
  const first = new Map(programs.toReversed().map((program) => [program.package.name, program]))
  const checks = await mapInPairs(first.values(), (program) => checkProgram(folder, program))
  return checks.flat()
}

async function checkProgram(folder: string, program: ConsumerProgram): Promise<Check[]> {
  const platform = program.kind === 'anywhere' ? 'browser' : 'node'
  const target = join(folder, 'bundles', program.package.name)
  const task = { folder, entry: program.script, platform } as const
  const makers = {
    'esbuild and rollup': async () => {
      const made = await bundle(`import ${JSON.stringify(program.script)}`, { from: folder, platform })
      return Object.entries(made).map(([name, { code }]) => {
        const file = join(target, name, 'main.mjs')
        mkdirSync(join(target, name), { recursive: true })
        writeFileSync(file, code)
        return [name, file] as const
      })
    },
    webpack: async () => [['webpack', await bundleWithWebpack(task, join(target, 'webpack'))] as const],
    Vite: async () => [['Vite', await bundleWithVite(task, join(target, 'vite'))] as const],
  }
  const checks: Check[] = []
  for (const [maker, make] of Object.entries(makers)) {
    try {
      for (const [name, file] of await make()) {
        const problem = await runProgram(folder, [process.execPath], file)
        checks.push({ name: `${program.name}, bundled by ${name}`, problem })
      }
    } catch (error) {
      checks.push({ name: `${program.name}, bundled by ${maker}`, problem: String(error) })
    }
  }
  return checks
}
