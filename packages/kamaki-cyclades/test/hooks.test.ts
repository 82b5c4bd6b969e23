import { channel } from 'node:diagnostics_channel'
import { inspect } from 'node:util'
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { expect, test } from 'vitest'
import { createCompute } from '../src/index.js'
import { createFakeCyclades } from '../src/testing/index.js'
import { caught } from './startCloud.js'

test('hooks and channels tell every step, named after the client and the call, without secrets', async () => {
  await using cloud = await createFakeSynnefo({ services: [createFakeCyclades()] })
  const events: unknown[][] = []
  const note = (kind: string) => (event: { client: string; operation: string; attempt: number }) =>
    void events.push([kind, event.client, event.operation, event.attempt])
  const printed: string[] = []
  const onMessage = (message: unknown) => void printed.push(inspect(message, { depth: 9 }))
  const channels = ['request', 'response', 'retry', 'failure'].map((name) => channel(`x:cyclades:${name}`))
  for (const each of channels) each.subscribe(onMessage)
  const hooks = {
    onRequest: note('request'),
    onResponse: note('response'),
    onRetry: note('retry'),
    onFailure: note('failure'),
  }
  const session = createSynnefoSession({ url: cloud.url, token: cloud.token, hooks, retry: { delayMs: () => 0 } })
  const compute = createCompute({ session })
  await session.catalog()
  cloud.failNext({ status: 503 })
  await compute.listServers()
  const adminPass = 'Correct-Horse-1'
  await caught(compute.createServer({ name: 'a', flavorId: 9, imageId: 'x', imageMetadata: false, adminPass }))
  for (const each of channels) each.unsubscribe(onMessage)
  expect(events).toEqual([
    ['request', 'astakos', 'catalog', 1],
    ['response', 'astakos', 'catalog', 1],
    ['request', 'cyclades', 'listServers', 1],
    ['response', 'cyclades', 'listServers', 1],
    ['retry', 'cyclades', 'listServers', 1],
    ['request', 'cyclades', 'listServers', 2],
    ['response', 'cyclades', 'listServers', 2],
    ['request', 'cyclades', 'createServer', 1],
    ['response', 'cyclades', 'createServer', 1],
    ['failure', 'cyclades', 'createServer', 1],
  ])
  expect(printed).toHaveLength(8)
  expect(printed.join()).not.toMatch(new RegExp(`${cloud.token}|${adminPass}`))
})
