import { isConnectionError } from '@x/core-errors'
import { describe, expect, test } from 'vitest'
import { eventSuite } from '../suites/events.js'
import { operationSuite } from '../suites/operations.js'
import { PrivateDaemon } from './PrivateDaemon.js'
import { realTarget, skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)(`operations and events on ${realTarget.name}`, () => {
  operationSuite(realTarget)
  eventSuite(realTarget)

  test('a daemon that is killed in the middle of a wait is told at once', { timeout: 60_000 }, async () => {
    await using daemon = await PrivateDaemon.start()
    const lxd = daemon.connect()
    const source = { type: 'image', alias: 'bb' }
    await lxd.runOperation(() => lxd.instancesPost({ name: 'c1', source }))
    await lxd.runOperation(() => lxd.instanceStatePut({ instanceName: 'c1', action: 'start' }))
    const command = ['sleep', '60']
    const began = Promise.withResolvers<void>()
    const wait = lxd.runOperation(async () => {
      const change = await lxd.instanceExecPost({ instanceName: 'c1', command })
      began.resolve()
      return change
    })
    wait.catch(() => {})
    await began.promise
    await lxd.serverGet()
    await daemon.kill()
    const killed = Date.now()
    const error = await wait.catch((error: unknown) => error)
    expect(isConnectionError(error)).toBe(true)
    expect(Date.now() - killed).toBeLessThan(2_000)
    expect(String(error)).toMatch(/the outcome of operation .+ is unknown/)
  })

  test('a stream of events comes back after a restart, with a gap', { timeout: 60_000 }, async () => {
    await using daemon = await PrivateDaemon.start()
    const lxd = daemon.connect()
    await using events = await lxd.events({ types: ['lifecycle'] })
    const iterator = events[Symbol.asyncIterator]()
    await lxd.profilesPost({ name: 'before' })
    expect((await iterator.next()).value).toMatchObject({ metadata: { action: 'profile-created' } })
    await daemon.kill()
    await daemon.restart()
    expect((await iterator.next()).value).toEqual({ type: 'gap', reason: 'reconnected', missed: undefined })
    await lxd.profilesPost({ name: 'after' })
    const sources: string[] = []
    for await (const event of { [Symbol.asyncIterator]: () => iterator }) {
      if (event.type === 'lifecycle') sources.push(event.metadata.source)
      if (sources.includes('/1.0/profiles/after')) break
    }
  })

  test('a stream that is not to come back ends with an error', { timeout: 60_000 }, async () => {
    await using daemon = await PrivateDaemon.start()
    await using events = await daemon.connect().events({ reconnect: false, types: ['lifecycle'] })
    const reading = (async () => {
      for await (const _ of events);
    })()
    reading.catch(() => {})
    await daemon.kill()
    expect(isConnectionError(await reading.catch((error: unknown) => error))).toBe(true)
  })
})
