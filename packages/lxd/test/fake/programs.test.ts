import { createManualClock } from '@x/core-errors/testing'
import { expect, test } from 'vitest'
import { createLxd, isLxdCommandError, isLxdOperationError, type LxdInstance } from '../../src/index.js'
import { type CreateFakeLxdParameters, createFakeLxd } from '../../src/testing/index.js'

// A running instance of a fake of its own, without a network.
async function running<T>(
  act: (instance: LxdInstance) => Promise<T>,
  parameters: CreateFakeLxdParameters = {},
): Promise<T> {
  await using fake = await createFakeLxd({ listen: false, ...parameters })
  await using lxd = createLxd(fake.connection)
  const source = { type: 'image', alias: fake.image }
  return await act(
    await lxd.instances.create({ name: 'c1', source, config: { 'environment.FROM_CONFIG': 'yes' }, start: true }),
  )
}

test('what a program writes arrives, with what it ended with', () =>
  running(async (instance) => {
    expect(await instance.execute(['echo', 'a', 'b'])).toEqual({ exitCode: 0, stdout: 'a b\n', stderr: '' })
    expect((await instance.execute(['cat'], { stdin: 'hello' })).stdout).toBe('hello')
    expect(await instance.execute(['sh', '-c', 'exit 3'])).toMatchObject({ exitCode: 3 })
    expect((await instance.execute(['env'])).stdout).toContain('FROM_CONFIG=yes\n')
    const missing = await instance.execute(['bogus']).catch((error: unknown) => error)
    expect(isLxdCommandError(missing) && missing.exitCode).toBe(127)
  }))

test('signals and closing end a program; so does the end of its instance', () =>
  running(async (instance) => {
    await using first = await instance.exec(['sleep', '100'])
    await first.signal('SIGTERM')
    expect(await first.exitCode).toBe(143)
    const second = await instance.exec(['sleep', '100'])
    await second.close()
    expect(await second.exitCode).toBe(137)
    const third = await instance.exec(['sleep', '100'])
    await instance.stop({ force: true })
    expect(await third.exitCode).toBe(137)
  }))

test('a terminal has one output, and ends when the client leaves', () =>
  running(async (instance) => {
    await using run = await instance.exec(['cat'], { interactive: true })
    await run.stdin.getWriter().write('typed\x04')
    expect(await new Response(run.stdout).text()).toBe('typed')
    expect(await run.exitCode).toBe(0)
  }))

test('outputs are recorded on request', () =>
  running(async (instance) => {
    const { exitCode, stdout } = await instance.executeDetached(['echo', 'kept'], { recordOutput: true })
    expect([exitCode, await stdout?.text()]).toEqual([0, 'kept\n'])
    await stdout?.delete()
    await expect(stdout?.text()).rejects.toThrow('no such file or directory')
  }))

test('programs are whatever the test wants them to be', () =>
  running(
    async (instance) => {
      const { stdout, stderr, exitCode } = await instance.execute(['backup', '/data'])
      expect([stdout, stderr, exitCode]).toEqual(['c1: /data\n', 'a warning\n', 4])
    },
    {
      exec: async ({ command: [program, path], instance, stdout, stderr }) => {
        if (program !== 'backup') return undefined
        await stdout(`${instance}: ${path}\n`)
        await stderr('a warning\n')
        return 4
      },
    },
  ))

test('a program sleeps on the clock of the fake', async () => {
  const clock = createManualClock()
  await running(
    async (instance) => {
      const run = instance.executeDetached(['sleep', '3600'])
      expect(await clock.runUntil(run, 3_600_000)).toMatchObject({ exitCode: 0 })
    },
    { clock },
  )
})

test('sockets that nobody connects to are waited for during 5 s', async () => {
  const clock = createManualClock()
  await using fake = await createFakeLxd({ listen: false, clock })
  await using lxd = createLxd(fake.connection)
  const source = { type: 'image', alias: fake.image }
  await lxd.instances.create({ name: 'c1', source, start: true })
  const failure = lxd
    .runOperation(() => lxd.instanceExecPost({ instanceName: 'c1', command: ['true'], 'wait-for-websocket': true }))
    .catch((error: unknown) => error)
  const error = await clock.runUntil(failure, 5_000)
  expect(isLxdOperationError(error) && error.description).toBe('Timed out waiting for websockets to connect')
})
