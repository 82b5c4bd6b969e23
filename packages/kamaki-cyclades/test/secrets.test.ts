import { channel } from 'node:diagnostics_channel'
import { inspect } from 'node:util'
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { expect, test } from 'vitest'
import { createCyclades } from '../src/index.js'
import { createOpenStackCompute } from '../src/openstack.js'
import { createFakeCyclades } from '../src/testing/index.js'
import { caught } from './startCloud.js'

const shown = (value: unknown) => {
  const text = [inspect(value, { depth: 12 })]
  // Results are data: what is sent or stored of them is whole. Errors and events are not.
  if (value instanceof Error) text.push(String(value), value.stack ?? '', JSON.stringify(value), shown(value.cause))
  return text.join('\n')
}

/** A cloud of which everything is noted that hooks, channels and `inspect` show. */
async function watchedCloud() {
  const cloud = await createFakeSynnefo({ services: [createFakeCyclades({ timings: { build: 0 } })] })
  const seen: string[] = []
  const note = (value: unknown) => void seen.push(shown(value), JSON.stringify(value) ?? '')
  const channels = ['request', 'response', 'retry', 'failure'].map((name) => channel(`x:cyclades:${name}`))
  for (const each of channels) each.subscribe(note)
  const hooks = { onRequest: note, onResponse: note, onRetry: note, onFailure: note }
  const session = createSynnefoSession({ url: cloud.url, token: cloud.token, retry: { delayMs: () => 0 }, hooks })
  const clients = createCyclades({ session })
  note(session)
  note(clients)
  return {
    ...clients,
    cloud,
    session,
    seen,
    /** Notes how a call ended. */
    outcome: async (work: Promise<unknown>) => {
      const value = await work.catch((error: unknown) => error)
      seen.push(shown(value))
      return value
    },
    async [Symbol.asyncDispose]() {
      for (const each of channels) each.unsubscribe(note)
      await cloud.close()
    },
  }
}

const adminPass = 'Correct-Horse-1'

test('tokens, passwords and keys are in no hook, channel, error or print, however a call ends', async () => {
  await using watched = await watchedCloud()
  const { compute, cloud, session, outcome, seen } = watched
  const [image] = await compute.listImages()
  const server = { name: 'a', flavorId: 1, imageId: image?.id ?? '', networks: [] }
  const { id: serverId } = await compute.createServer({ ...server, adminPass })
  await compute.waitServerUntil({ serverId })
  const secrets = [cloud.token, adminPass]
  const taken = async (work: Promise<object>, ...path: string[]) => {
    const value = await outcome(work)
    const secret: unknown = path.reduce((found, key) => Reflect.get(Object(found), key), value)
    if (typeof secret !== 'string') throw new Error(`there is no ${path.join('.')} in ${inspect(value)}`)
    secrets.push(secret)
  }
  await taken(compute.createServer(server), 'adminPass')
  await taken(compute.getServerPassword({ serverId }), 'password')
  await taken(compute.getServerConsole({ serverId }), 'password')
  await taken(compute.getVncConsole({ serverId }), 'url')
  await taken(compute.createKey({ keyName: 'laptop' }), 'private_key')
  const jsonData = { server: { name: 'b', flavorRef: 1, imageRef: server.imageId, networks: [], adminPass } }
  await taken(compute.serversPost({ jsonData }), 'json', 'server', 'adminPass')
  const screen = { console: { type: 'vnc' } }
  await taken(compute.serversActionPost({ serverId, jsonData: screen, success: [200] }), 'json', 'console', 'password')
  await taken(compute.keypairsPost({ jsonData: { keypair: { name: 'b' } } }), 'json', 'keypair', 'private_key')
  await taken(createOpenStackCompute({ session }).createServer(server), 'adminPass')

  // What a server says back, in an envelope, as plain text and in answers that make no sense.
  const said = `no: ${cloud.token}, ${adminPass}`
  const calls = [
    () => compute.createServer({ ...server, imageMetadata: false, adminPass }),
    () => compute.changeAdminPassword({ serverId, newPassword: adminPass }),
    () => compute.serversPost({ jsonData }),
  ]
  for (const call of calls) {
    for (const body of [{ badRequest: { code: 400, message: said, details: said } }, said]) {
      cloud.failNext({ status: 400, body })
      await outcome(call())
    }
  }
  cloud.failNext({ status: 200, body: { console: { type: 1, password: adminPass } } })
  await outcome(compute.getServerConsole({ serverId }))
  cloud.failNext({ status: 201, body: { keypair: { name: 1, private_key: adminPass } } })
  await outcome(compute.createKey({ keyName: 'c' }))

  expect(new Set(secrets).size).toBeGreaterThanOrEqual(7)
  for (const secret of secrets) expect(seen.filter((text) => text.includes(secret))).toEqual([])
  expect(seen.join()).toContain('[redacted]')
})

test('data for cloud-init in an address is not shown either', async () => {
  await using watched = await watchedCloud()
  const userData = '#!/bin/sh\necho hunter2'
  const openstack = createOpenStackCompute({ session: watched.session })
  const error = await caught(openstack.createServer({ name: 'a', flavorId: 999, imageId: 'x', userData }))
  watched.seen.push(shown(error))
  expect(watched.cloud.requests.at(-1)?.search).toContain(encodeURIComponent(btoa(userData)))
  for (const text of [btoa(userData), encodeURIComponent(btoa(userData))]) {
    expect(watched.seen.filter((line) => line.includes(text))).toEqual([])
  }
})
