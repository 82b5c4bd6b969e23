import { FakeFault, type FakeUser } from '@x/kamaki-astakos/testing'
import { addPort } from '../state/addPort.js'
import type { CycladesState } from '../state/CycladesState.js'
import type { FakeServer } from '../state/entities.js'
import { metadata, text } from '../state/requests.js'
import { diskCharge, existingCharge, runningCharge } from '../state/serverQuota.js'
import { touch } from '../state/tasks.js'

const personalityKeys = new Set(['path', 'contents', 'owner', 'group', 'mode'])
const mostFiles = 5
const longestFile = 10_240

/** Creates a server of the body of a request. @throws {FakeFault} as the compute service does. */
export function createFakeServer(state: CycladesState, user: FakeUser, body: Record<string, unknown>): FakeServer {
  const name = text(body, 'name', 255)
  const image = state.image(user, text(body, 'imageRef', 255))
  const flavor = state.flavor(body['flavorRef'])
  const { project: wanted, networks, tags = [] } = body
  const project = state.cloud.projectFor(user, wanted as string | undefined)
  if (!flavor.allow_create) throw new FakeFault('forbidden', 'It is not allowed to create a server with this flavor.')
  if (!flavor.is_public && !flavor.access.includes(project.id)) throw new FakeFault('forbidden', 'No access to flavor')
  checkPersonality(body['personality'])
  checkPassword(body['adminPass'])
  if (typeof body['user_data'] === 'string') checkBase64(body['user_data'])
  const keys = keysOf(state, user, body)
  const values = metadata((body['metadata'] ?? {}) as Record<string, unknown>, { items: 10, key: 50, value: 500 })
  const wantedPorts = networksOf(state, user, networks)
  const target = { user: user.id, project: project.id }
  state.cloud.quotas.charge(target, { ...existingCharge(flavor), ...runningCharge(flavor), ...diskCharge(flavor.disk) })

  const id = state.nextId('server', 4_242)
  const builtAt = state.now() + state.timings.build
  const server: FakeServer = {
    ...state.newEntity(user, project.id, body['shared_to_project']),
    id,
    name,
    status: 'BUILD',
    task: 'BUILDING',
    flavor: flavor.id,
    image: image.id,
    metadata: { ...values },
    tags: new Map((tags as string[]).map((tag) => [tag, 'PENDADD'])),
    keys,
    password: (body['adminPass'] as string | undefined) ?? `Pw0${crypto.randomUUID().slice(0, 9)}`,
    suspended: false,
    rescued: false,
    builtAt,
    running: true,
  }
  state.servers.set(id, server)
  const volume = String(state.nextId('volume', 310))
  state.volumes.set(volume, {
    ...state.newEntity(user, project.id, false),
    id: volume,
    name: `Root volume of ${name}`,
    description: '',
    status: 'in_use',
    size: flavor.disk,
    metadata: {},
    type: flavor.volume_type,
    server: id,
    index: 0,
    snapshot: null,
    image: image.id,
  })
  for (const wantedPort of wantedPorts)
    addPort(state, user, { ...wantedPort, server: id, readyAfterMs: state.timings.build })
  const fails = state.failingServers > 0
  if (fails) state.failingServers--
  state.later(state.timings.build, () => {
    if (server.deleted) return
    touch(state, server, { status: fails ? 'ERROR' : 'ACTIVE', task: '' })
    for (const tag of server.tags.keys()) server.tags.set(tag, 'ACTIVE')
  })
  return server
}

function networksOf(state: CycladesState, user: FakeUser, networks: unknown) {
  if (networks === undefined) {
    // The default policy of a cloud: a public address that is the server's for as long as it lives.
    const open = [...state.networks.values()].find((network) => network.public)
    return open === undefined ? [] : [{ network: open, lent: true }]
  }
  if (!Array.isArray(networks)) throw new FakeFault('badRequest', "Attribute 'networks' must be a list")
  return networks.map((item: { uuid?: unknown; fixed_ip?: unknown }) => {
    if ('fixed_ip' in item && typeof item.fixed_ip !== 'string')
      throw new FakeFault('internalServerError', 'Unexpected error')
    const address = item.fixed_ip as string | undefined
    return { network: state.network(user, item.uuid), address, anyAddress: true }
  })
}

function keysOf(state: CycladesState, user: FakeUser, body: Record<string, unknown>): string[] {
  const { key_name: one, 'SNF:key_names': many } = body
  if (one !== undefined && many !== undefined)
    throw new FakeFault('badRequest', 'key_name and SNF:key_names exclude each other')
  const names = (many ?? (one === undefined ? [] : [one])) as string[]
  for (const name of names) {
    if (!state.keypairs.has(`${user.id}/${name}`)) throw new FakeFault('itemNotFound', `Keypair ${name} not found`)
  }
  return names
}

function checkPersonality(files: unknown): void {
  if (files === undefined) return
  if (!Array.isArray(files)) throw new FakeFault('badRequest', "Attribute 'personality' must be a list")
  if (files.length > mostFiles) throw new FakeFault('overLimit', 'Maximum number of personalities exceeded')
  for (const file of files as Record<string, unknown>[]) {
    if (Object.keys(file).some((key) => !personalityKeys.has(key)))
      throw new FakeFault('badRequest', 'Malformed personality')
    const { path, contents, mode } = file
    const isBad = typeof path !== 'string' || typeof contents !== 'string'
    if (isBad || (mode !== undefined && typeof mode !== 'number'))
      throw new FakeFault('badRequest', 'Malformed personality')
    if (contents.length > longestFile || checkBase64(contents) > longestFile) {
      throw new FakeFault('overLimit', 'Maximum size of personality exceeded')
    }
  }
}

// Answers the number of bytes.
function checkBase64(text: string): number {
  try {
    return atob(text).length
  } catch {
    throw new FakeFault('badRequest', 'Invalid base64 encoded content')
  }
}

function checkPassword(password: unknown): void {
  if (password === undefined) return
  const isGood =
    typeof password === 'string' &&
    password.length >= 10 &&
    [/[a-z]/, /[A-Z]/, /\d/].every((rule) => rule.test(password))
  if (!isGood) throw new FakeFault('badRequest', 'adminPass needs 10 characters with upper and lower case and a digit')
}
