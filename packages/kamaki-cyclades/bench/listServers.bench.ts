import { startFakeServer } from '@x/core-errors/testing'
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createCompute } from '@x/kamaki-cyclades'
import { type Bench, compare } from '@x-tooling/bench'

const count = 1_000
const links = (path: string) => ['self', 'bookmark'].map((rel) => ({ rel, href: `https://cloud.example.org${path}` }))

// As a server shows itself; the figures differ from one to the next, so that nothing is cached.
const servers = Array.from({ length: count }, (_, index) => ({
  id: 4_000 + index,
  name: `web-${index}`,
  links: links(`/compute/v2.0/servers/${4_000 + index}`),
  user_id: '5f0c2d7e-91aa-4c1b-8a52-0d2f6e1b7c34',
  tenant_id: '5f0c2d7e-91aa-4c1b-8a52-0d2f6e1b7c34',
  shared_to_project: false,
  status: index % 7 === 0 ? 'STOPPED' : 'ACTIVE',
  'SNF:task_state': '',
  progress: 100,
  hostId: '',
  created: '2024-03-01T10:00:00.000001+00:00',
  updated: `2024-03-01T10:20:30.${100_000 + index}+00:00`,
  flavor: { id: 21, links: links('/compute/v2.0/flavors/21') },
  image: { id: '3f2a9c10-6b7d-4e21-9a0f-5c4d3e2f1a0b', links: links('/compute/v2.0/images/3f2a9c10') },
  suspended: false,
  metadata: { os: 'debian', users: 'root' },
  tags: ['blue'],
  attachments: [
    {
      id: 9_000 + index,
      network_id: '55',
      mac_address: 'aa:0c:f1:00:00:01',
      ipv4: `203.0.${index >> 8}.${index & 255}`,
      ipv6: '',
      firewallProfile: 'DISABLED',
      'OS-EXT-IPS:type': 'floating',
    },
  ],
  addresses: { '55': [{ version: 4, addr: `203.0.${index >> 8}.${index & 255}`, 'OS-EXT-IPS:type': 'floating' }] },
  volumes: [310 + index],
  diagnostics: [
    {
      source: 'image-info',
      source_date: '2024-03-01T10:10:00+00:00',
      created: '2024-03-01T10:10:00+00:00',
      message: 'Image customization finished successfully.',
      details: null,
      level: 'DEBUG',
    },
  ],
  security_groups: [{ name: 'default' }],
  key_name: null,
  'SNF:key_names': [],
  config_drive: '',
  accessIPv4: '',
  accessIPv6: '',
  'SNF:fqdn': `snf-${4_000 + index}.vm.example.org`,
  'SNF:port_forwarding': { '22': { host: 'gate.example.org', port: '10022' } },
  deleted: false,
  'SNF:rescue': false,
}))
const body = JSON.stringify({ servers })

export const bench: Bench = {
  title: `Synnefo: ${count} servers in full (${Math.round(body.length / 1_000)} kB) over loopback`,
  async run({ quick }) {
    await using server = await startFakeServer(
      // With its length, as the service sends it.
      () => new Response(body, { headers: { 'content-type': 'application/json', 'content-length': `${body.length}` } }),
    )
    const url = `${server.url}/compute/v2.0`
    const compute = createCompute({ session: createSynnefoSession({ endpoints: { compute: url }, token: 'token' }) })
    const milliseconds = (work: () => Promise<unknown>) => async () => {
      const start = performance.now()
      for (let round = 0; round < (quick ? 3 : 10); round++) await work()
      return (performance.now() - start) / (quick ? 3 : 10)
    }
    return [
      await compare({
        name: `listServers({ detail: true }), validated`,
        unit: 'ms',
        run: milliseconds(() => compute.listServers({ detail: true })),
        baseline: {
          name: 'fetch + JSON.parse',
          run: milliseconds(async () => JSON.parse(await (await fetch(`${url}/servers/detail`)).text())),
        },
        goal: { atMost: 2 },
      }),
    ]
  },
}
