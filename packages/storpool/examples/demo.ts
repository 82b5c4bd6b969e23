import { createFakeStorPool } from '@x/storpool/testing'
import type { Demo, DemoProgram } from '@x-tooling/demo'

const programs: DemoProgram[] = [
  { file: 'listVolumes.ts', title: 'List volumes' },
  { file: 'createVolume.ts', title: 'Create a volume from a template, snapshot it, attach it, wait for it' },
  { file: 'missingVolume.ts', title: 'Handle a volume that does not exist' },
  { file: 'exchangeKeys.ts', title: 'Change a key only if nobody else did' },
  { file: 'fromConfig.ts', title: 'Find the cluster by the configuration of the host' },
]

/** The StorPool examples, against a fake on loopback or the cluster that STORPOOL_URL and STORPOOL_TOKEN name. */
export const demo: Demo = {
  title: 'StorPool',
  order: 20,
  async start() {
    const { STORPOOL_URL, STORPOOL_TOKEN } = process.env
    if (STORPOOL_URL !== undefined && STORPOOL_TOKEN !== undefined) {
      const env = environment(STORPOOL_URL, STORPOOL_TOKEN)
      return { note: `The cluster at ${STORPOOL_URL}`, env, programs, [Symbol.asyncDispose]: async () => {} }
    }
    const fake = await createFakeStorPool({
      placementGroups: { ssd: [101, 102, 201, 202] },
      templates: [{ name: 'hybrid', placeAll: 'ssd', replication: 3, size: 2 ** 30 }],
      volumes: [
        { name: 'db-01', template: 'hybrid', size: 20 * 2 ** 30 },
        { name: 'web-01', template: 'hybrid', size: 5 * 2 ** 30 },
        { name: '#system', size: 2 ** 30 },
      ],
      snapshots: [{ volume: 'db-01', name: 'db-01.monday' }],
    })
    return {
      note: `A fake cluster at ${fake.url}`,
      env: environment(fake.url, fake.token),
      programs,
      [Symbol.asyncDispose]: () => fake.close(),
    }
  },
}

/** The address for the programs that take a URL, and for the one that reads the host's configuration. */
function environment(url: string, token: string): Record<string, string> {
  const { hostname, port } = new URL(url)
  const config = { SP_API_HTTP_HOST: hostname, SP_API_HTTP_PORT: port || '80', SP_AUTH_TOKEN: token }
  return { STORPOOL_URL: url, STORPOOL_TOKEN: token, ...config }
}
