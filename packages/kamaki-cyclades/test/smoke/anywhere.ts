// Run as packed by every runtime and by a browser: a server of a fake cloud that is asked without a port.
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createCyclades, createCycladesClient } from '@x/kamaki-cyclades'
import { listServers } from '@x/kamaki-cyclades/actions'
import { createFakeCyclades } from '@x/kamaki-cyclades/testing'

const fake = await createFakeSynnefo({ listen: false, services: [createFakeCyclades()] })
const { url, token, fetch } = fake
const session = createSynnefoSession({ url, token, fetch })
const { compute, image } = createCyclades({ session })
const [flavor] = await compute.listFlavors()
const [picture] = await image.listPublic()
const { id: serverId } = await compute.createServer({ name: 'web-1', flavorId: flavor!.id, imageId: picture!.id })
const { status } = await compute.waitServerUntil({ serverId })
if (status !== 'ACTIVE') throw new Error(`the server is ${status}`)

const servers = await listServers(createCycladesClient({ session }))
if (servers.map(({ name }) => name).join() !== 'web-1') throw new Error('the server is not listed')
await fake.close()
console.log('done')
