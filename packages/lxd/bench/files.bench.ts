import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createLxd, type LxdInstance } from '@x/lxd'
import { type Bench, type BenchRow, compare } from '@x-tooling/bench'

const run = promisify(execFile)
const mebibytes = 256
const path = '/var/large'

/** A large file in and out of an instance of a real daemon, beside curl on the same socket. */
export const bench: Bench = {
  title: `LXD: a file of ${mebibytes} MiB, on a real daemon`,
  async run({ quick }) {
    const directory = process.env['LXD_TEST_DIR']
    if (directory === undefined) {
      console.log('Skipped: LXD_TEST_DIR is not set; `packages/lxd/ci/start` starts a daemon and prints it.')
      return []
    }
    const socketPath = `${directory}/unix.socket`
    const local = await mkdtemp(join(tmpdir(), 'lxd-bench-'))
    await using lxd = createLxd({ socketPath })
    const name = `bench${randomBytes(3).toString('hex')}`
    const source = { type: 'image', alias: process.env['LXD_TEST_IMAGE'] ?? 'bb' }
    const instance = await lxd.instances.create({ name, source })
    try {
      const file = join(local, 'large')
      await write(file)
      const url = `http://lxd/1.0/instances/${name}/files?path=${path}`
      const curl = (...args: string[]) => run('curl', ['-sf', '--unix-socket', socketPath, ...args, url])
      const rounds = quick ? 3 : 9
      return [await pushing(instance, file, curl, rounds), await pulling(instance, curl, rounds)]
    } finally {
      await instance.delete()
      await rm(local, { recursive: true })
    }
  },
}

type Curl = (...args: string[]) => Promise<unknown>

const pushing = (instance: LxdInstance, file: string, curl: Curl, rounds: number): Promise<BenchRow> =>
  compare({
    name: 'push',
    unit: 'MB/s',
    run: throughput(() => instance.files.put(path, createReadStream(file, { highWaterMark: 1_048_576 }))),
    baseline: {
      name: 'curl',
      run: throughput(() =>
        curl('-X', 'POST', '-H', 'Content-Type: application/octet-stream', '-H', 'Expect:', '-T', file),
      ),
    },
    goal: { atLeast: 0.9 },
    rounds,
    warmUp: 1,
  })

const pulling = (instance: LxdInstance, curl: Curl, rounds: number): Promise<BenchRow> =>
  compare({
    name: 'pull',
    unit: 'MB/s',
    run: throughput(async () => {
      const file = await instance.files.get(path)
      if (file.type !== 'file') throw new Error(`a ${file.type} in place of a file`)
      let bytes = 0
      for await (const chunk of file.stream) bytes += chunk.byteLength
      if (bytes !== mebibytes * 1_048_576) throw new Error(`${bytes} bytes arrived`)
    }),
    baseline: { name: 'curl', run: throughput(() => curl('-o', '/dev/null')) },
    goal: { atLeast: 0.9 },
    rounds,
    warmUp: 1,
  })

// The time that curl needs to start is part of its work, as loading a client is not part of ours: both are some ms.
const throughput = (act: () => Promise<unknown>) => async (): Promise<number> => {
  const start = performance.now()
  await act()
  return (mebibytes * 1_048_576) / 1_000 / (performance.now() - start)
}

async function write(path: string): Promise<void> {
  await using file = await open(path, 'w')
  const chunk = randomBytes(1_048_576)
  for (let index = 0; index < mebibytes; index++) await file.write(chunk)
}
