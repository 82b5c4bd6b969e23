import { join } from 'node:path'
import { createSynnefoSession } from '@x/kamaki-astakos'
import { camelCase, loadMethods } from '@x-tooling/recorded'
import { expect, test } from 'vitest'
import * as actions from '../src/actions/index.js'
import { createCyclades } from '../src/index.js'
import { createOpenStackBlockStorage, createOpenStackCompute, createOpenStackNetwork } from '../src/openstack.js'

const methods = loadMethods(join(import.meta.dirname, 'fixtures', 'reference-methods.json'))
const session = createSynnefoSession({ url: 'https://accounts.example.org/identity/v2.0', token: 'none' })
const { compute, network, blockStorage, image } = createCyclades({ session })
const clients: Record<string, object> = {
  ComputeRestClient: compute,
  CycladesComputeRestClient: compute,
  CycladesComputeClient: compute,
  ComputeClient: createOpenStackCompute({ session }),
  NetworkRestClient: network,
  CycladesNetworkClient: network,
  NetworkClient: createOpenStackNetwork({ session }),
  BlockStorageRestClient: blockStorage,
  CycladesBlockStorageRestClient: blockStorage,
  CycladesBlockStorageClient: blockStorage,
  BlockStorageClient: createOpenStackBlockStorage({ session }),
  ImageClient: image,
}

test.for(Object.keys(clients))('every method of %s is there under its own name', (name) => {
  const client = clients[name] as Record<string, unknown>
  const own = methods.filter((method) => method.client === name)
  expect(own).not.toEqual([])
  expect(own.filter(({ method }) => typeof client[camelCase(method)] !== 'function')).toEqual([])
})

test('no class of the reference is left out', () => {
  expect(methods.filter(({ client }) => !(client in clients))).toEqual([])
})

test('every method of a full client is an action as well', () => {
  const names = [compute, network, blockStorage, image].flatMap((client) => Object.keys(client))
  const missing = names.filter((name) => name !== 'kind' && name !== 'session' && !(name in actions))
  expect(missing).toEqual([])
})
