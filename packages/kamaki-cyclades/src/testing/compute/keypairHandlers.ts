import { type FakeCall, FakeFault, isoTime } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import type { FakeKeypair } from '../state/entities.js'
import { member, text } from '../state/requests.js'

const mostKeypairs = 10

/** Key pairs. */
export function keypairHandlers(state: CycladesState) {
  const show = ({ name, public_key }: FakeKeypair) => ({ name, public_key, fingerprint: fingerprint(public_key) })
  const key = ({ user, names }: FakeCall) => `${user.id}/${names['keyName']}`
  const found = (call: FakeCall): FakeKeypair => {
    const pair = state.keypairs.get(key(call))
    if (pair === undefined) throw new FakeFault('itemNotFound', 'Keypair not found.')
    return pair
  }
  const mine = (user: string) => [...state.keypairs.values()].filter((pair) => pair.user === user)
  return {
    'GET /os-keypairs': ({ user }: FakeCall) => ({ keypairs: mine(user.id).map((pair) => ({ keypair: show(pair) })) }),
    'GET /os-keypairs/{keyName}': (call: FakeCall) => {
      const pair = found(call)
      const created_at = isoTime(pair.created)
      const details = { id: pair.id, deleted: false, created_at, updated_at: created_at, deleted_at: null }
      return { keypair: { ...show(pair), ...details } }
    },
    'POST /os-keypairs': async ({ user, json }: FakeCall) => {
      const body = member(await json(), 'keypair')
      const name = text(body, 'name', 255)
      const given = text(body, 'public_key', 30_000, true)
      if (state.keypairs.has(`${user.id}/${name}`))
        throw new FakeFault('conflict', `Key pair '${name}' already exists.`)
      if (mine(user.id).length >= mostKeypairs) {
        // Labelled as JSON, though it is none: so does the service.
        const headers = { 'content-type': 'application/json' }
        return new Response('Server Error: too many key pairs', { status: 500, headers })
      }
      const pair: FakeKeypair = {
        id: state.nextId('keypair', 1),
        user: user.id,
        name,
        public_key: given === '' ? `ssh-rsa AAAAB3Nza${name} generated` : given,
        created: state.now(),
      }
      state.keypairs.set(`${user.id}/${name}`, pair)
      const secret = '-----BEGIN RSA PRIVATE KEY-----\nnot-a-real-key\n-----END RSA PRIVATE KEY-----\n'
      return { keypair: { ...show(pair), ...(given === '' ? { private_key: secret } : {}) } }
    },
    'DELETE /os-keypairs/{keyName}': (call: FakeCall) => {
      found(call)
      state.keypairs.delete(key(call))
      return new Response(null, { status: 204 })
    },
  }
}

function fingerprint(text: string): string {
  let sum = 0
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return (sum.toString(16).padStart(8, '0').repeat(4).match(/../g) ?? []).join(':')
}
