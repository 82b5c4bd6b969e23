import { configFromEnvironment } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createFakePithos } from '@x/kamaki-pithos/testing'
import type { Demo, DemoRun } from '@x-tooling/demo'

const programs = [
  { file: 'initialize.ts', title: 'an account and its containers' },
  { file: 'transfer.ts', title: 'up, down, and up again without sending a byte' },
  { file: 'moveCopyDelete.ts', title: 'move, copy, delete' },
  { file: 'syncDirectory.ts', title: 'a directory and its objects' },
  { file: 'reassign.ts', title: 'containers go to a project that has room' },
  { file: 'listAll.ts', title: 'all containers and objects, with sizes and projects' },
]

const mebibyte = 2 ** 20

export const demo: Demo = {
  title: 'Synnefo object storage: transfers and containers',
  order: 60,
  async start(): Promise<DemoRun> {
    if (process.env['SYNNEFO_URL'] !== undefined) {
      const { url } = configFromEnvironment()
      return { note: `the cloud at ${url}`, env: {}, programs, [Symbol.asyncDispose]: async () => {} }
    }
    const ada = { id: '5f0c2d7e-91aa-4c1b-8a52-0d2f6e1b7c34', email: 'ada@example.org', name: 'Ada Lovelace' }
    const lab = {
      id: '0b7e5a9c-3d21-4e8f-b6a7-1122aabb33cc',
      name: 'lab.example.org',
      members: [ada.id],
      resources: { 'pithos.diskspace': { member_capacity: 2 ** 40, project_capacity: 2 ** 40 } },
    }
    const fake = await createFakeSynnefo({
      users: [ada],
      projects: [lab],
      quotas: { 'pithos.diskspace': 128 * mebibyte },
      services: [createFakePithos()],
    })
    return {
      note: `a fake cloud at ${fake.url}`,
      env: { SYNNEFO_URL: fake.url, SYNNEFO_TOKEN: fake.token },
      programs,
      [Symbol.asyncDispose]: () => fake.close(),
    }
  },
}
