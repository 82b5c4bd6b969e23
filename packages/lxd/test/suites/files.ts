import { createHash, randomBytes } from 'node:crypto'
import { ConfigurationError } from '@x/core-errors'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isLxdApiError, isLxdNotFound, type LxdFile, type LxdInstance } from '../../src/index.js'
import { peakBytes } from './peakBytes.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Files of instances: reading, writing, deleting. */
export function fileSuite(target: Target): void {
  let scratch: Scratch
  let instance: LxdInstance

  beforeAll(async () => {
    scratch = new Scratch(target)
    instance = await scratch.lxd.instances.get(await scratch.instance())
  }, 60_000)

  afterAll(() => scratch[Symbol.asyncDispose](), 60_000)

  const path = (name = scratch.name()) => `/var/${name}`
  const textOf = (file: LxdFile) => (file.type === 'file' ? new Response(file.stream).text() : file.type)
  const notFound = async (act: Promise<unknown>) => isLxdNotFound(await act.catch((error: unknown) => error))

  test('a file is written and read, with its owner, mode, length and time', async () => {
    const file = path()
    const began = Date.now() - 2_000
    await instance.files.put(file, 'hello', { uid: 1000, gid: 1001, mode: 0o640 })
    const found = await instance.files.get(file)
    expect(found).toMatchObject({ type: 'file', uid: 1000, gid: 1001, mode: 0o640, size: 5 })
    expect(found.modified?.getTime()).toBeGreaterThan(began)
    expect(await textOf(found)).toBe('hello')
  })

  test('a file that holds JSON, even of the server, is a file', async () => {
    const text = JSON.stringify({ type: 'error', error: 'not really', error_code: 500, metadata: null })
    const file = path('envelope.json')
    await instance.files.put(file, text)
    expect(await textOf(await instance.files.get(file))).toBe(text)
  })

  test.each([
    [0o644, 0o644],
    ['644', 0o644],
    ['0644', 0o644],
    ['0o755', 0o755],
    [0o7, 0o007],
    [undefined, 0o644],
  ])('the mode %s becomes %o', async (mode, expected) => {
    const file = path()
    await instance.files.put(file, '', { mode })
    expect((await instance.files.stat(file)).mode).toBe(expected)
  })

  test('owners, modes and paths that servers would take for something else are refused before anything is sent', async () => {
    const requests: string[] = []
    await using lxd = target.connect({ hooks: { onRequest: ({ operation }) => requests.push(operation) } })
    const { files } = await lxd.instances.get(instance.name)
    requests.length = 0
    for (const settings of [{ mode: '888' }, { mode: 'rw-r--r--' }, { mode: 0o100644 }, { uid: -1 }, { gid: 1.5 }]) {
      await expect(files.put('/var/x', '', settings)).rejects.toThrow(ConfigurationError)
    }
    for (const bad of ['', 'var/x', '/var/\0']) await expect(files.get(bad)).rejects.toThrow(ConfigurationError)
    expect(requests).toEqual([])
  })

  test('names are what they are, however they look', async () => {
    const directory = path()
    await instance.files.mkDir(directory)
    const names = ['with blank', 'grüße', 'a?b', 'a#b', 'a%2Fb', '..x', 'a&b=c', "it's", '+', '\\']
    for (const name of names) await instance.files.put(`${directory}/${name}`, name)
    const listed = await instance.files.get(directory)
    expect(listed.type === 'directory' && listed.entries).toEqual(names.toSorted())
    for (const name of names) expect(await textOf(await instance.files.get(`${directory}/${name}`))).toBe(name)
  })

  test('a file is replaced, or added to', async () => {
    const file = path()
    await instance.files.put(file, 'one')
    await instance.files.put(file, ' two', { append: true })
    expect(await textOf(await instance.files.get(file))).toBe('one two')
    await instance.files.put(file, 'three')
    expect(await textOf(await instance.files.get(file))).toBe('three')
  })

  test('a file is written from streams, iterables, blobs and buffers', async () => {
    const bytes = randomBytes(200_000)
    async function* pieces() {
      for (let at = 0; at < bytes.byteLength; at += 70_000) yield bytes.subarray(at, at + 70_000)
    }
    for (const body of [bytes, pieces(), new Blob([bytes]), new Blob([bytes]).stream()]) {
      const file = path()
      await instance.files.put(file, body)
      const found = await instance.files.get(file)
      expect(found.type === 'file' && Buffer.compare(await new Response(found.stream).bytes(), bytes)).toBe(0)
    }
  })

  test('a file is read into buffers, its stream from where those ended', async () => {
    const bytes = randomBytes(3_000_000)
    const file = path()
    await instance.files.put(file, bytes)
    const found = await instance.files.get(file)
    if (found.type !== 'file') throw new Error(found.type)
    const buffer = new Uint8Array(1_000_000)
    const parts: Uint8Array[] = []
    for (let count = 0; count < 2; count++) {
      expect(await found.readInto(buffer)).toBe(buffer.length)
      parts.push(buffer.slice())
    }
    parts.push(await new Response(found.stream).bytes())
    expect(Buffer.compare(Buffer.concat(parts), bytes)).toBe(0)
  })

  test('a source that fails breaks the upload off', async () => {
    async function* broken() {
      yield new Uint8Array(100_000)
      throw new RangeError('the source broke')
    }
    await expect(instance.files.put(path(), broken())).rejects.toThrow('the source broke')
  })

  test('an aborted upload, and an aborted download, end at once with the reason', async () => {
    const abort = new AbortController()
    async function* endless() {
      for (;;) {
        yield new Uint8Array(65_536)
        if (performance.now() > later) abort.abort('enough')
      }
    }
    const later = performance.now() + 100
    await expect(instance.files.put(path(), endless(), {}, { signal: abort.signal })).rejects.toBe('enough')

    const file = path()
    await instance.files.put(file, new Uint8Array(20_000_000))
    const second = new AbortController()
    const found = await instance.files.get(file, { signal: second.signal })
    if (found.type !== 'file') throw new Error('unreachable')
    const reader = found.stream.getReader()
    await reader.read()
    second.abort('enough')
    await expect(async () => {
      for (;;) if ((await reader.read()).done) return
    }).rejects.toBe('enough')
  })

  test('a directory is made once, listed, and deleted when it is empty', async () => {
    const directory = path()
    await instance.files.mkDir(directory, { mode: 0o700, uid: 1000 })
    await instance.files.mkDir(directory, { mode: 0o755 })
    expect(await instance.files.get(directory)).toMatchObject({
      type: 'directory',
      mode: 0o700,
      uid: 1000,
      entries: [],
    })
    await instance.files.put(`${directory}/file`, '')
    const full = await instance.files.delete(directory).catch((error: unknown) => error)
    expect(isLxdApiError(full) && full.status).toBe(500)
    await instance.files.delete(`${directory}/file`)
    await instance.files.delete(directory)
    expect(await instance.files.exists(directory)).toBe(false)
  })

  test('a link is made, read and deleted, and not what it leads to', async () => {
    const directory = path()
    await instance.files.mkDir(directory)
    await instance.files.put(`${directory}/file`, 'kept')
    await instance.files.symlink(`${directory}/link`, 'file')
    expect(await instance.files.get(`${directory}/link`)).toMatchObject({
      type: 'symlink',
      target: `${directory}/file`,
    })
    expect((await instance.files.stat(`${directory}/link`)).type).toBe('symlink')
    await instance.files.delete(`${directory}/link`)
    expect(await textOf(await instance.files.get(`${directory}/file`))).toBe('kept')
    await instance.files.symlink(`${directory}/nowhere`, '/no/such/file')
    expect(await instance.files.get(`${directory}/nowhere`)).toMatchObject({ target: '/no/such/file' })
  })

  test('what does not exist is not found: a file, its directory, its instance', async () => {
    expect(await notFound(instance.files.get('/no/such/file'))).toBe(true)
    expect(await notFound(instance.files.put('/no/such/file', ''))).toBe(true)
    expect(await notFound(instance.files.mkDir('/no/such/directory'))).toBe(true)
    expect(await notFound(instance.files.delete('/no/such/file'))).toBe(true)
    expect(await notFound(instance.files.delete('/no/such/file', { recursive: true }))).toBe(true)
    expect(await notFound(instance.files.stat('/no/such/file'))).toBe(true)
    expect(await instance.files.exists('/no/such/file')).toBe(false)
    const gone = await scratch.lxd.instances.get(await scratch.instance())
    await gone.delete()
    expect(await notFound(gone.files.get('/etc'))).toBe(true)
  })

  test('what is asked about a file does not read it', async () => {
    const requests: string[] = []
    await using lxd = target.connect({ hooks: { onRequest: ({ operation }) => requests.push(operation) } })
    const { files } = await lxd.instances.get(instance.name)
    expect(await files.stat('/bin/busybox')).toMatchObject({ type: 'file', uid: 0, mode: 0o755 })
    expect(await files.exists('/bin')).toBe(true)
    expect(await files.deleteAvailable()).toBe(true)
    expect(requests).toEqual(['instanceGet', 'serverGet', 'instanceFilesHead', 'instanceFilesHead'])
  })

  const measured = test.skipIf(target.sharesProcess)
  measured('256 MiB are pushed and pulled with equal checksums, in bounded memory', { timeout: 120_000 }, async () => {
    const file = path('large')
    const size = 268_435_456
    const [sent, received] = [createHash('sha256'), createHash('sha256')]
    async function* random() {
      const chunk = randomBytes(1_048_576)
      for (let done = 0; done < size; done += chunk.byteLength) {
        chunk.writeUInt32LE(done)
        sent.update(chunk)
        yield chunk.subarray()
      }
    }
    const pushing = await peakBytes(() => instance.files.put(file, random()))
    let total = 0
    const pulling = await peakBytes(async () => {
      const found = await instance.files.get(file)
      if (found.type !== 'file') throw new Error('unreachable')
      expect(found.size).toBe(size)
      for await (const chunk of found.stream) {
        total += chunk.byteLength
        received.update(chunk)
      }
    })
    await instance.files.delete(file)
    expect(total).toBe(size)
    expect(received.digest('hex')).toBe(sent.digest('hex'))
    expect(pushing).toBeLessThan(100_000_000)
    expect(pulling).toBeLessThan(100_000_000)
  })
}
