import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createLxd, type LxdInstance, type LxdRegularFile } from '@x/lxd'
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
      const compared = { instance, local, curl, rounds }
      return [await pushing(file, compared), await pullingIntoFile(compared), ...(await pulling(compared))]
    } finally {
      await instance.delete()
      await rm(local, { recursive: true })
    }
  },
}

interface Compared {
  instance: LxdInstance
  /** A local directory. */
  local: string
  curl: (...args: string[]) => Promise<unknown>
  rounds: number
}

const pushing = (file: string, { instance, curl, rounds }: Compared): Promise<BenchRow> =>
  compare({
    name: 'push of a file, recursivePut',
    unit: 'MB/s',
    run: throughput(() => instance.files.recursivePut(file, path)),
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

const pullingIntoFile = ({ instance, local, curl, rounds }: Compared): Promise<BenchRow> =>
  compare({
    name: 'pull into a file, recursiveGet',
    unit: 'MB/s',
    run: throughput(() => instance.files.recursiveGet(path, join(local, 'pulled'))),
    baseline: { name: 'curl', run: throughput(() => curl('-o', join(local, 'pulled by curl'))) },
    goal: { atLeast: 0.9 },
    rounds,
    warmUp: 1,
  })

async function pulling({ instance, curl, rounds }: Compared): Promise<BenchRow[]> {
  const buffer = new Uint8Array(1_048_576)
  const pull = (read: (file: LxdRegularFile) => Promise<number>) =>
    throughput(async () => {
      const file = await instance.files.get(path)
      if (file.type !== 'file') throw new Error(`a ${file.type} in place of a file`)
      const bytes = await read(file)
      if (bytes !== mebibytes * 1_048_576) throw new Error(`${bytes} bytes arrived`)
    })
  const baseline = { name: 'curl', run: throughput(() => curl('-o', '/dev/null')) }
  const shared = { unit: 'MB/s', baseline, rounds, warmUp: 1 }
  const readInto = pull(async (file) => {
    let bytes = 0
    for (let length = -1; length !== 0; bytes += length) length = await file.readInto(buffer)
    return bytes
  })
  const streamed = pull(async (file) => {
    let bytes = 0
    for await (const chunk of file.stream) bytes += chunk.byteLength
    return bytes
  })
  return [
    await compare({ ...shared, name: 'pull into a buffer, readInto', run: readInto, goal: { atLeast: 0.9 } }),
    await compare({ ...shared, name: 'pull as a stream', run: streamed, note: 'each chunk takes memory of its own' }),
  ]
}

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
