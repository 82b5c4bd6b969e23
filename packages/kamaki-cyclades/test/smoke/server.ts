// Run as packed by every runtime that has sockets: a private network of a fake cloud on loopback.
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createNetwork } from '@x/kamaki-cyclades'
import { createFakeCyclades } from '@x/kamaki-cyclades/testing'

const fake = await createFakeSynnefo({ services: [createFakeCyclades()] })
const network = createNetwork({ session: createSynnefoSession({ url: fake.url, token: fake.token }) })
const { id } = await network.createNetwork({ type: 'MAC_FILTERED', name: 'private' })
const names = (await network.listNetworks({ detail: true })).filter((found) => found.id === id).map(({ name }) => name)
if (names.join() !== 'private') throw new Error(`the network is ${names.join()}`)
await fake.close()
console.log('done')
