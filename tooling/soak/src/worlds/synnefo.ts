import type { CallOptions } from '@x/core-errors'
import { createAstakos, createSynnefoSession } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createCyclades } from '@x/kamaki-cyclades'
import { createFakeCyclades } from '@x/kamaki-cyclades/testing'
import { createPithos } from '@x/kamaki-pithos'
import { createFakePithos } from '@x/kamaki-pithos/testing'
import { randomFault } from '../faults.ts'
import { createSubject, type Subject } from '../Subject.ts'
import type { World } from '../World.ts'
import { counted } from './synnefo/counted.ts'
import { keypair } from './synnefo/keypair.ts'
import { storedObject } from './synnefo/storedObject.ts'

// The text of a conflict about a hashmap is the list of blocks that are missing; made nonsense of, it is another conflict.
const readable = (request: Request) => !request.url.includes('hashmap')
const blockSize = 1_024
const quotas = { 'cyclades.network.private': 1_000, 'cyclades.floating_ip': 1_000 }

/** Users and quotas, networks, addresses and key pairs, and stored objects of one cloud, over HTTP. */
export async function synnefoWorld(): Promise<World> {
  const pithos = createFakePithos({ blockSize })
  const cyclades = createFakeCyclades({ publicAddresses: 200 })
  const fake = await createFakeSynnefo({ services: [cyclades, pithos], quotas })
  const retry = { attempts: 3, baseDelayMs: 1, maxDelayMs: 5 }
  const session = createSynnefoSession({ url: fake.url, token: fake.token, retry })
  const astakos = createAstakos({ session })
  const { network, compute } = createCyclades({ session })
  const store = createPithos({ session, container: 'soak' })
  await store.createContainer({})

  const networksNamed = async (name: string, options: CallOptions) =>
    (await network.listNetworks({}, options)).filter((each) => each.name === name)
  const networks = [0, 1, 2, 3].map((index) => {
    const name = `network-${index}`
    return counted(name, {
      list: (options) => networksNamed(name, options),
      create: (options) => network.createNetwork({ type: 'MAC_FILTERED', name }, options),
      remove: (networkId, options) => network.deleteNetwork({ networkId }, options),
    })
  })
  const addresses = counted('addresses', {
    list: (options) => network.listFloatingips({}, options),
    create: (options) => network.createFloatingip({}, options),
    remove: (floatingipId, options) => network.deleteFloatingip({ floatingipId }, options),
  })
  const user: Subject = createSubject({
    name: 'user',
    initial: fake.user.id,
    step: (id) => ({
      name: 'log in',
      after: id,
      steps: 'several',
      run: (options) => astakos.authenticate({}, options),
    }),
    read: async (options) => (await astakos.userInfo(options)).id,
  })
  return {
    name: 'synnefo',
    subjects: [
      ...networks,
      addresses,
      user,
      ...[0, 1].map((index) => keypair(compute, `key-${index}`)),
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((index) => storedObject(store, `object-${index}`, retry)),
    ],
    fail(random) {
      const fault = randomFault(random)
      fake.failNext(fault.garble ? { ...fault, match: readable } : fault)
    },
    calm: fake.clearFaults,
    forget: fake.clearRequests,
    async check() {
      const taken = (await astakos.getQuotas())[fake.user.id]
      const problems: string[] = []
      const compare = (resource: string, real: number) => {
        const usage = taken?.[resource]?.usage
        if (usage !== BigInt(real)) problems.push(`the quota of ${resource} says ${usage}, and there are ${real}`)
      }
      compare('cyclades.floating_ip', (await network.listFloatingips()).length)
      compare('cyclades.network.private', (await network.listNetworks()).filter((each) => !each.public).length)
      return problems
    },
    [Symbol.asyncDispose]: fake.close,
  }
}
