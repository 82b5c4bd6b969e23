import { type Bench, type BenchRow, compare } from '@x-tooling/bench'
import { bundle, runNode } from '@x-tooling/testkit'

const from = import.meta.dirname

/** Milliseconds that a fresh process takes to import something. */
const timeImport = (specifiers: readonly string[]) => async (): Promise<number> => {
  const imports = specifiers.map((specifier) => `await import('${specifier}');`).join('')
  const program = `const begin = performance.now(); ${imports} console.log(performance.now() - begin)`
  const { stdout, stderr } = await runNode(program, { from })
  if (stdout === '') throw new Error(stderr)
  return Number(stdout)
}

async function size(name: string, program: string, atMost: number): Promise<BenchRow> {
  const { esbuild } = await bundle(program, { from })
  return { name, unit: 'kB gz', value: esbuild.gzip / 1_000, goal: { atMost } }
}

/** What an application takes on with the package: bytes and time to import. */
export const bench: Bench = {
  title: 'StorPool: weight',
  run: async () => [
    await size('one action imported', `export { volumesList } from '@x/storpool/actions'`, 16),
    await size(
      'one action and a client, with everything they need',
      `export { volumesList } from '@x/storpool/actions'; export { createStorPoolClient } from '@x/storpool'`,
      16,
    ),
    await compare({
      name: 'import of the main entry',
      run: timeImport(['@x/storpool']),
      baseline: { name: 'ky and zod/mini', run: timeImport(['ky', 'zod/mini']) },
      goal: { atMost: 1.5 },
    }),
  ],
}
