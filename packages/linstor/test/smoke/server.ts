// Run as packed by every runtime that has sockets: a node and a resource on a fake controller that listens on loopback.
import { connectLinstor, createLinstorClient, expectList, expectSuccess, isLinstorApiError } from '@x/linstor'
import { nodeList } from '@x/linstor/actions'
import { createFakeLinstor } from '@x/linstor/testing'

const fake = await createFakeLinstor({ nodes: [{ name: 'alpha', address: '192.0.2.1' }] })
const linstor = await connectLinstor(fake.uri)
expectSuccess(await linstor.nodeCreate({ nodeName: 'bravo', nodeType: 'Satellite', ip: '192.0.2.2' }))
expectSuccess(await linstor.resourceDfnCreate({ name: 'rsc' }))
const again = await linstor.resourceDfnCreate({ name: 'rsc' })
try {
  expectSuccess(again)
  throw new Error('the same resource definition was created twice')
} catch (error) {
  if (!isLinstorApiError(error)) throw error
}
await linstor.close()

const client = createLinstorClient({ uri: fake.uri })
const names = expectList(await nodeList(client)).nodes.map(({ name }) => name)
if (names.sort().join() !== 'alpha,bravo') throw new Error(`the nodes are ${names.join()}`)
await client.close()
await fake.close()
console.log('done')
