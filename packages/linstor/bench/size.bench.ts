import type { Bench, BenchRow } from '@x-tooling/bench'
import { bundle } from '@x-tooling/testkit'

export const bench: Bench = {
  title: 'Size in an application, everything included',
  async run() {
    const client = `export { createLinstorClient } from '@x/linstor'`
    return [
      await size('client without calls', client, 28),
      await size('client and nodeList', `${client};export { nodeList } from '@x/linstor/actions'`, 32),
      await size('client with every call', `export { connectLinstor } from '@x/linstor'`),
      await size('everything of @x/linstor', `export * from '@x/linstor'`),
      await size('controllers from the environment', `export { controllersFromEnvironment } from '@x/linstor/node'`),
    ]
  },
}

async function size(name: string, program: string, atMost?: number): Promise<BenchRow> {
  const { esbuild } = await bundle(program, { from: import.meta.dirname, platform: 'node' })
  return { name, unit: 'kB gz', value: esbuild.gzip / 1000, ...(atMost !== undefined && { goal: { atMost } }) }
}
