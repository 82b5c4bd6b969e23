import { configFromEnvironment } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import type { Demo, DemoRun } from '@x-tooling/demo'

const programs = [
  { file: 'authenticate.ts', title: 'log in' },
  { file: 'quotas.ts', title: 'quotas of the own project' },
  { file: 'projectInfo.ts', title: 'all projects' },
  { file: 'projectQuotas.ts', title: 'quotas of all projects' },
  { file: 'serverQuotas.ts', title: 'where another server would fit' },
]

export const demo: Demo = {
  title: 'Synnefo identity: users, projects and quotas',
  order: 40,
  async start(): Promise<DemoRun> {
    if (process.env['SYNNEFO_URL'] !== undefined) {
      const { url } = configFromEnvironment()
      return { note: `the cloud at ${url}`, env: {}, programs, [Symbol.asyncDispose]: async () => {} }
    }
    const ada = { id: '5f0c2d7e-91aa-4c1b-8a52-0d2f6e1b7c34', email: 'ada@example.org', name: 'Ada Lovelace' }
    const bob = { id: 'c9b1e0a4-7712-4f0e-9d3c-6a5b4c3d2e1f', email: 'bob@example.org', name: 'Bob' }
    const lab = {
      id: '0b7e5a9c-3d21-4e8f-b6a7-1122aabb33cc',
      name: 'lab.example.org',
      description: 'Machines of the laboratory',
      homepage: 'https://lab.example.org',
      owner: bob.id,
      members: [ada.id, bob.id],
      resources: {
        'cyclades.vm': { member_capacity: 4, project_capacity: 5 },
        'cyclades.floating_ip': { member_capacity: 2n ** 63n - 1n, project_capacity: 2n ** 63n - 1n },
      },
    }
    const fake = await createFakeSynnefo({ users: [ada, bob], projects: [lab] })
    const { quotas } = fake.cloud
    quotas.charge({ user: ada.id, project: ada.id }, { 'cyclades.vm': 1, 'cyclades.floating_ip': 1 })
    quotas.charge({ user: ada.id, project: lab.id }, { 'cyclades.vm': 1 })
    quotas.charge({ user: bob.id, project: lab.id }, { 'cyclades.vm': 4 })
    return {
      note: `a fake cloud at ${fake.url}`,
      env: { SYNNEFO_URL: fake.url, SYNNEFO_TOKEN: fake.token },
      programs,
      [Symbol.asyncDispose]: () => fake.close(),
    }
  },
}
