import { readdir, readlink } from 'node:fs/promises'
import { isConnectionError, mapConcurrent } from '@x/core-errors'
import { describe, expect, test } from 'vitest'
import { consoleSuite } from '../suites/console.js'
import { execSuite } from '../suites/exec.js'
import { Scratch } from '../suites/Scratch.js'
import { PrivateDaemon } from './PrivateDaemon.js'
import { realTarget, skipReason } from './realTarget.js'

// The sockets that this process has open.
async function openSockets(): Promise<string[]> {
  const names = await readdir('/proc/self/fd')
  const links = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')))
  return links.filter((link) => link.startsWith('socket:')).sort()
}

describe.skipIf(skipReason !== undefined)(`commands and consoles on ${realTarget.name}`, () => {
  execSuite(realTarget)
  consoleSuite(realTarget)

  test('1,000 commands leave no socket behind, and no operation', { timeout: 240_000 }, async () => {
    await using scratch = new Scratch(realTarget)
    const { name } = await scratch.running()
    const before = await openSockets()
    const lxd = realTarget.connect()
    const instance = await lxd.instances.get(name)
    const outputs = await mapConcurrent(
      Array.from({ length: 1_000 }, (_, index) => String(index)),
      async (text) => (await instance.execute(['echo', text])).stdout,
      { concurrency: 10 },
    )
    expect(outputs).toEqual(Array.from({ length: 1_000 }, (_, index) => `${index}\n`))
    const added = async () => (await openSockets()).filter((socket) => !before.includes(socket))
    // What is left are the connections that wait for the next request.
    await expect.poll(async () => (await added()).length).toBeLessThanOrEqual(40)
    await lxd.close()
    await expect.poll(added).toEqual([])
    const running = async () => {
      const { running = [] } = await scratch.lxd.operationsGetRecursion1()
      return running.filter(({ resources }) => resources['instances']?.some((path) => path.endsWith(`/${name}`)))
    }
    await expect.poll(running).toEqual([])
  })

  test('a daemon that is killed under a command is told at once', { timeout: 60_000 }, async () => {
    await using daemon = await PrivateDaemon.start()
    const lxd = daemon.connect()
    const source = { type: 'image', alias: 'bb' }
    const instance = await lxd.instances.create({ name: 'c1', source, start: true })
    const run = await instance.exec(['sh', '-c', 'echo begun; sleep 60'])
    const reader = run.stdout.getReader()
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('begun\n')
    const collecting = instance.execute(['sleep', '60'])
    const reading = reader.read()
    for (const promise of [reading, collecting]) promise.catch(() => {})
    await daemon.kill()
    const killed = performance.now()
    const failures = await Promise.allSettled([run.exitCode, reading, collecting])
    expect(performance.now() - killed).toBeLessThan(2_000)
    const errors = failures.map((result) => (result.status === 'rejected' ? result.reason : undefined))
    expect(errors.map(isConnectionError)).toEqual([true, true, true])
    await run.close()
  })
})
