import { createHash, randomBytes } from 'node:crypto'
import { ConfigurationError, isProtocolError } from '@x/core-errors'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isLxdApiError, isLxdCommandError, isLxdNotFound, type LxdExec, type LxdInstance } from '../../src/index.js'
import { peakBytes } from './peakBytes.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Commands in instances: their streams, their end, and how they are ended. */
export function execSuite(target: Target): void {
  let scratch: Scratch
  let instance: LxdInstance

  beforeAll(async () => {
    scratch = new Scratch(target)
    instance = await scratch.running({ config: { 'environment.FROM_CONFIG': 'yes' } })
  }, 60_000)

  afterAll(() => scratch[Symbol.asyncDispose](), 60_000)

  const shell = (script: string) => ['sh', '-c', script]
  const textOf = (stream: ReadableStream) => new Response(stream).text()
  const isAlive = async (marker: string) => (await instance.execute(['ps'])).stdout.includes(marker)

  test('outputs are collected apart, with what the command ended with', async () => {
    const script = 'echo out; echo err >&2; exit 3'
    expect(await instance.execute(shell(script))).toEqual({ exitCode: 3, stdout: 'out\n', stderr: 'err\n' })
  })

  test.skipIf(!target.hasUsers)('user, group, working directory and environment are as asked for', async () => {
    const settings = { user: 1000, group: 1001, cwd: '/tmp', environment: { MINE: 'a b' } }
    const script = 'id -u; id -g; pwd; echo "$MINE-$FROM_CONFIG-$HOME"'
    expect((await instance.execute(shell(script), settings)).stdout).toBe('1000\n1001\n/tmp\na b-yes-\n')
    expect((await instance.execute(shell('id -u; id -g; pwd; echo "$USER"'))).stdout).toBe('0\n0\n/root\nroot\n')
    await using run = await instance.exec(['true'], { environment: { MINE: 'a b' } })
    expect(run.environment).toMatchObject({ MINE: 'a b', FROM_CONFIG: 'yes', HOME: '/root' })
  })

  test('a command reads what it is given, and the end of it', async () => {
    expect((await instance.execute(['cat'], { stdin: 'hello' })).stdout).toBe('hello')
    expect((await instance.execute(['cat'])).stdout).toBe('')
    const bytes = randomBytes(8_388_608)
    const echoed = await instance.execute(['cat'], { stdin: bytes, encoding: 'bytes' })
    expect(echoed.stdout.byteLength).toBe(bytes.byteLength)
    expect(Buffer.compare(echoed.stdout, bytes)).toBe(0)
  })

  test('a command need not read all that it is given', async () => {
    const script = 'head -c 3; exit 4'
    const result = await instance.execute(shell(script), { stdin: randomBytes(1_048_576).fill(97) })
    expect(result).toMatchObject({ exitCode: 4, stdout: 'aaa' })
  })

  test('a source that fails is told, and the command is killed', async () => {
    const marker = scratch.name()
    async function* broken() {
      yield new TextEncoder().encode('begun')
      throw new RangeError('the source broke')
    }
    const run = instance.execute(shell(`cat >/dev/null; sleep 100; echo ${marker}`), { stdin: broken() })
    await expect(run).rejects.toThrow('the source broke')
    await expect.poll(() => isAlive(marker)).toBe(false)
  })

  test('a command that does not exist, or may not be run, is a typed error', async () => {
    const missing = await instance.execute(['no-such-command']).catch((error: unknown) => error)
    expect(isLxdCommandError(missing) && missing.exitCode).toBe(127)
    const directory = await instance.execute(['/etc']).catch((error: unknown) => error)
    expect(isLxdCommandError(directory) && directory.exitCode).toBe(126)
    await using run = await instance.exec(['no-such-command'])
    await expect(run.exitCode).rejects.toSatisfy(isLxdCommandError)
    const detached = await instance.executeDetached(['no-such-command']).catch((error: unknown) => error)
    expect(isLxdCommandError(detached)).toBe(true)
  })

  test('a command without a program, or an unknown signal, is refused before anything is sent', async () => {
    await expect(instance.execute([])).rejects.toThrow(ConfigurationError)
    await expect(instance.execute([''])).rejects.toThrow(ConfigurationError)
    await using run = await instance.exec(['sleep', '100'])
    await expect(run.signal(99)).rejects.toThrow(ConfigurationError)
  })

  test('nothing is run where there is no instance, or one that is stopped or frozen', async () => {
    const other = await scratch.running()
    await other.freeze()
    const statuses = []
    for (const prepare of [() => other.freeze(), () => other.stop({ force: true })]) {
      await prepare().catch(() => {}) // frozen already
      const error = await other.execute(['true']).catch((error: unknown) => error)
      statuses.push(isLxdApiError(error) && error.status)
    }
    expect(statuses).toEqual([400, 400])
    await other.delete()
    expect(isLxdNotFound(await other.execute(['true']).catch((error: unknown) => error))).toBe(true)
  })

  test('a pause, or an empty write, is not the end of the output', async () => {
    const script = "echo one; sleep 0.2; printf ''; echo two >&2; sleep 0.2; echo three"
    await using run = await instance.exec(shell(script))
    expect(await Promise.all([textOf(run.stdout), textOf(run.stderr)])).toEqual(['one\nthree\n', 'two\n'])
    expect(await run.exitCode).toBe(0)
  })

  test('a conversation: what is written is answered, until the input is closed', async () => {
    await using run = await instance.exec(['cat'])
    const writer = run.stdin.getWriter()
    const reader = run.stdout.pipeThrough(new TextDecoderStream()).getReader()
    for (const text of ['first', 'second']) {
      await writer.write(text)
      expect((await reader.read()).value).toBe(text)
    }
    await writer.close()
    expect((await reader.read()).done).toBe(true)
    expect(await run.exitCode).toBe(0)
  })

  test.skipIf(!target.hasTerminals)(
    'a terminal has one output, a size that can change, and control characters',
    async () => {
      // A new size has no answer: what is typed after it may arrive before it.
      const resized = 'until [ "$(stty size)" = "43 132" ]; do sleep 0.05; done; stty size'
      const script = `tty; stty size; read line; ${resized}; echo "got $line" >&2; read line; exit 5`
      await using run = await instance.exec(shell(script), { interactive: true, width: 100, height: 30 })
      const writer = run.stdin.getWriter()
      const reader = run.stdout.pipeThrough(new TextDecoderStream()).getReader()
      let output = ''
      while (!output.includes('30 100')) output += (await reader.read()).value
      await run.resize(132, 43)
      await writer.write('abc\n')
      while (!output.includes('got abc')) output += (await reader.read()).value
      // What a terminal shows right before its end is lost by LXD 5.0 on a busy machine: it ends when it is told to.
      await writer.write('\n')
      for (let step = await reader.read(); !step.done; step = await reader.read()) output += step.value
      expect(output).toMatch(/^\/dev\/pts\/\d+\r\n30 100\r\n/)
      expect(output).toMatch(/43 132\r\ngot abc\r\n/)
      expect(await textOf(run.stderr)).toBe('')
      expect(await run.exitCode).toBe(5)

      await using cat = await instance.exec(['cat'], { interactive: true })
      await cat.stdin.getWriter().write('\x04')
      expect(await textOf(cat.stdout)).toBe('')
      expect(await cat.exitCode).toBe(0)
    },
  )

  test.each([
    ['SIGTERM', 143],
    [9, 137],
  ] as const)('a signal (%s) ends the command, which the exit code tells', async (signal, exitCode) => {
    await using run = await instance.exec(['sleep', '100'])
    await run.signal(signal)
    expect(await run.exitCode).toBe(exitCode)
  })

  test('a signal that the command handles does not end it', async () => {
    await using run = await instance.exec(
      shell('trap "echo caught; exit 6" USR1; echo ready; while :; do sleep 0.05; done'),
    )
    const reader = run.stdout.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toBe('ready\n')
    await run.signal('SIGUSR1')
    expect((await reader.read()).value).toBe('caught\n')
    expect(await run.exitCode).toBe(6)
    await run.signal('SIGUSR1') // nobody is left to get it
  })

  const sleeping = async (run: (marker: string) => Promise<LxdExec>) => {
    const marker = `1${randomBytes(3).readUIntBE(0, 3)}`
    const exec = await run(marker)
    await expect.poll(() => isAlive(marker)).toBe(true)
    return { exec, marker }
  }

  test('closing kills the command', async () => {
    const { exec, marker } = await sleeping((seconds) => instance.exec(['sleep', seconds]))
    await exec.close()
    await exec.close()
    expect(await exec.exitCode).toBe(137)
    await expect.poll(() => isAlive(marker)).toBe(false)
  })

  test.each([false, true])(
    'an abort rejects at once with its reason, and kills the command (terminal: %s)',
    async (interactive) => {
      const abort = new AbortController()
      const options = { signal: abort.signal }
      const { exec, marker } = await sleeping((seconds) => instance.exec(['sleep', seconds], { interactive }, options))
      const reading = textOf(exec.stdout)
      reading.catch(() => {})
      const began = performance.now()
      abort.abort('enough')
      await expect(exec.exitCode).rejects.toBe('enough')
      await expect(reading).rejects.toBe('enough')
      expect(performance.now() - began).toBeLessThan(50)
      await expect.poll(() => isAlive(marker)).toBe(false)
      await exec.close()
    },
  )

  test('an aborted call that collects rejects at once, and kills the command', async () => {
    const marker = `1${randomBytes(3).readUIntBE(0, 3)}`
    const abort = new AbortController()
    const run = instance.execute(['sleep', marker], {}, { signal: abort.signal })
    run.catch(() => {})
    await expect.poll(() => isAlive(marker)).toBe(true)
    const began = performance.now()
    abort.abort('enough')
    await expect(run).rejects.toBe('enough')
    expect(performance.now() - began).toBeLessThan(50)
    await expect.poll(() => isAlive(marker)).toBe(false)
  })

  test('more output than is wanted is an error, and the command is killed', async () => {
    const marker = scratch.name()
    const run = instance.execute(['yes', marker], { maxOutputBytes: 100_000 })
    await expect(run).rejects.toSatisfy(isProtocolError)
    await expect(run).rejects.toThrow(/wrote more than 100000 bytes/)
    await expect.poll(() => isAlive(marker)).toBe(false)
  })

  test('an output that nobody wants does not stop the command', async () => {
    await using run = await instance.exec(shell('head -c 20000000 /dev/zero; echo done >&2; exit 7'))
    await run.stdout.cancel()
    expect(await textOf(run.stderr)).toBe('done\n')
    expect(await run.exitCode).toBe(7)
  })

  test.skipIf(target.sharesProcess)('100 MiB of output arrive, in bounded memory', { timeout: 60_000 }, async () => {
    const command = shell('dd if=/dev/zero bs=1M count=100 2>/dev/null')
    const expected = createHash('sha256').update(Buffer.alloc(104_857_600)).digest('hex')
    const hash = createHash('sha256')
    let total = 0
    const peak = await peakBytes(async () => {
      await using run = await instance.exec(command)
      for await (const chunk of run.stdout) {
        total += chunk.byteLength
        hash.update(chunk)
      }
      expect(await run.exitCode).toBe(0)
    })
    expect(total).toBe(104_857_600)
    expect(hash.digest('hex')).toBe(expected)
    expect(peak).toBeLessThan(50_000_000)
  })

  test('a command runs without a connection, and its outputs are recorded on request', async () => {
    const script = 'echo out; echo err >&2; exit 8'
    expect(await instance.executeDetached(shell(script))).toEqual({ exitCode: 8, stdout: undefined, stderr: undefined })
    const { exitCode, stdout, stderr } = await instance.executeDetached(shell(script), { recordOutput: true })
    expect([exitCode, await stdout?.text(), await stderr?.text()]).toEqual([8, 'out\n', 'err\n'])
    expect(await instance.logs.all()).toContain(stdout?.filename)
    await stderr?.delete()
    await stdout?.delete()
    const gone = await stdout?.text().catch((error: unknown) => error)
    expect(isLxdApiError(gone) && gone.status).toBe(500)
  })
}
