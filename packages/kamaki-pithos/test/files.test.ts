import { type FileHandle, mkdir, open, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test, vi } from 'vitest'
import { isNotFoundError } from '../src/index.js'
import {
  downloadDirectory,
  downloadFile,
  FileAccessError,
  isFileAccessError,
  sync,
  uploadDirectory,
  uploadFile,
} from '../src/node/index.js'
import { safePath } from '../src/node/safePath.js'
import { caught } from './support/caught.js'
import { quickRetry } from './support/quickRetry.js'
import { randomBytes } from './support/randomBytes.js'
import { useClouds } from './support/useClouds.js'
import { useDirectory } from './support/useDirectory.js'
import { watchBlocks } from './support/watchBlocks.js'

// Some hundred requests each, on a machine that does other things as well.
vi.setConfig({ testTimeout: 60_000 })

const start = useClouds()
const makeDirectory = useDirectory()
const bytes = randomBytes(10_000)

// A handle on a disk that is full when the file has so many bytes.
function onSmallDisk(handle: FileHandle, room: number): FileHandle {
  return new Proxy(handle, {
    get(target, name) {
      if (name === 'write') {
        return async (data: Uint8Array, offset: number, length: number, position: number) => {
          const fitting = Math.min(length, room - position)
          if (fitting <= 0) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
          return target.write(data, offset, fitting, position)
        }
      }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

describe('a file', () => {
  test('goes up and down by path, URL and handle', async () => {
    const { pithos } = await start()
    const directory = await makeDirectory()
    const file = join(directory, 'a file')
    await writeFile(file, bytes)
    await using handle = await open(file)
    for (const source of [file, pathToFileURL(file), handle]) {
      const { hash } = await uploadFile(pithos, { file: source, obj: 'x', contentType: 'text/plain' })
      expect((await pithos.getObjectInfo({ obj: 'x' })).hash).toBe(hash)
    }
    const target = join(directory, 'target')
    await using written = await open(target, 'w+')
    for (const place of [written, target, pathToFileURL(target)]) {
      const { info } = await downloadFile(pithos, { obj: 'x', file: place })
      expect(info.contentType).toBe('text/plain')
      expect(Buffer.compare(await readFile(target), bytes)).toBe(0)
    }
  })

  test('is resumed by its hashes, cut when it is longer, and left alone when it is the same', async () => {
    const started = await start()
    const { pithos } = started
    const file = join(await makeDirectory(), 'file')
    await pithos.upload({ obj: 'x', source: bytes })
    await writeFile(file, Buffer.concat([bytes.subarray(0, 5000), randomBytes(9000, 3)]))
    const { received } = await downloadFile(pithos, { obj: 'x', file })
    expect(received).toBe(10_000 - 4096)
    expect(Buffer.compare(await readFile(file), bytes)).toBe(0)
    const traffic = watchBlocks(started)
    expect(await downloadFile(pithos, { obj: 'x', file })).toMatchObject({ received: 0, skipped: 10_000 })
    expect(traffic.ranges()).toEqual([])
    await downloadFile(pithos, { obj: 'x', file, resume: false })
    expect(traffic.ranges()).toHaveLength(10)
  })

  test('is not made when there is no such object', async () => {
    const { pithos } = await start()
    const directory = await makeDirectory()
    const error = await caught(downloadFile(pithos, { obj: 'none', file: join(directory, 'file') }))
    expect(isNotFoundError(error)).toBe(true)
    expect(await readdir(directory)).toEqual([])
  })

  test('that finds the disk full says so, and is completed when there is room', async () => {
    const started = await start()
    const { pithos } = started
    await pithos.upload({ obj: 'x', source: bytes })
    const file = join(await makeDirectory(), 'file')
    await using handle = await open(file, 'w+')
    const options = { ...quickRetry, concurrency: 1 }
    const error = await caught(downloadFile(pithos, { obj: 'x', file: onSmallDisk(handle, 5000) }, options))
    expect(isFileAccessError(error) && error).toMatchObject({ code: 'ENOSPC', kind: 'configuration' })
    expect(String(error)).toMatch(/can't be written: there is no space left on the disk/)
    expect((await stat(file)).size).toBe(5000)
    const { received, isVerified } = await downloadFile(pithos, { obj: 'x', file })
    expect([received, isVerified]).toEqual([10_000 - 4096, true])
    expect(Buffer.compare(await readFile(file), bytes)).toBe(0)
  })

  test('that can’t be opened is named, with the reason of the system', async () => {
    const { pithos } = await start()
    const directory = await makeDirectory()
    const missing = await caught(uploadFile(pithos, { file: join(directory, 'none'), obj: 'x' }))
    expect(missing).toBeInstanceOf(FileAccessError)
    expect(missing).toMatchObject({ code: 'ENOENT' })
    await expect(uploadFile(pithos, { file: directory, obj: 'x' })).rejects.toThrow(/no regular file/)
    await pithos.upload({ obj: 'x', source: bytes })
    const below = join(directory, 'no', 'such', 'directory')
    expect(await caught(downloadFile(pithos, { obj: 'x', file: below }))).toMatchObject({ code: 'ENOENT' })
  })
})

describe('a directory', () => {
  const fill = async (directory: string) => {
    await mkdir(join(directory, 'deep', 'empty'), { recursive: true })
    await writeFile(join(directory, 'a.txt'), 'a')
    await writeFile(join(directory, 'nothing'), '')
    await writeFile(join(directory, 'deep', 'Ünïcode %41?#.bin'), bytes)
  }

  test('goes up with its empty directories, comes down the same, and twice costs nothing', async () => {
    const started = await start()
    const { pithos, cloud } = started
    const from = await makeDirectory()
    const to = await makeDirectory()
    await fill(from)
    await symlink(join(from, 'a.txt'), join(from, 'link'))
    const up = await uploadDirectory(pithos, { directory: from, prefix: 'backup' })
    expect(up.transferred).toEqual(['backup/a.txt', 'backup/deep/Ünïcode %41?#.bin', 'backup/nothing'])
    expect(up.skipped).toEqual([{ name: join(from, 'link'), reason: 'it is neither a file nor a directory' }])
    await downloadDirectory(pithos, { directory: to, prefix: 'backup' })
    expect((await readdir(to, { recursive: true })).sort()).toEqual(
      ['a.txt', 'deep', join('deep', 'empty'), join('deep', 'Ünïcode %41?#.bin'), 'nothing'].sort(),
    )
    expect(Buffer.compare(await readFile(join(to, 'deep', 'Ünïcode %41?#.bin')), bytes)).toBe(0)
    await pithos.truncateObject({ obj: 'backup/deep/Ünïcode %41?#.bin', uptoBytes: 5000 })
    const cut = await downloadDirectory(pithos, { directory: to, prefix: 'backup' })
    expect([cut.transferred, cut.unverified]).toEqual([[join(to, 'deep', 'Ünïcode %41?#.bin')], cut.transferred])
    await uploadDirectory(pithos, { directory: from, prefix: 'backup' })
    expect((await downloadDirectory(pithos, { directory: to, prefix: 'backup' })).unverified).toEqual([])
    cloud.clearRequests()
    const again = await uploadDirectory(pithos, { directory: from, prefix: 'backup' })
    expect([again.transferred, again.unchanged.length, again.bytes]).toEqual([[], 3, 0])
    const back = await downloadDirectory(pithos, { directory: to, prefix: 'backup' })
    expect([back.transferred, back.unchanged.length, back.bytes]).toEqual([[], 3, 0])
    expect(cloud.requests.every(({ method }) => method === 'HEAD' || method === 'GET')).toBe(true)
  })

  test('keeps the properties of objects that it writes over', async () => {
    const { pithos } = await start()
    const directory = await makeDirectory()
    await pithos.upload({ obj: 'a.txt', source: bytes, contentType: 'text/plain', metadata: { author: 'Ada' } })
    await writeFile(join(directory, 'a.txt'), 'new')
    await uploadDirectory(pithos, { directory })
    expect(await pithos.getObjectInfo({ obj: 'a.txt' })).toMatchObject({
      bytes: 3,
      contentType: 'text/plain',
      meta: { author: 'Ada' },
    })
  })

  test('is never left by the names of objects, nor through symbolic links', async () => {
    const { pithos } = await start()
    const outside = await makeDirectory()
    const directory = await makeDirectory()
    await symlink(outside, join(directory, 'way'))
    await writeFile(join(outside, 'secret'), 'secret')
    await symlink(join(outside, 'secret'), join(directory, 'file'))
    for (const obj of ['way/out', 'file', '/absolute', 'double//slash', 'slash/', 'fine']) {
      await pithos.upload({ obj, source: bytes })
    }
    const { skipped, transferred } = await downloadDirectory(pithos, { directory })
    expect(transferred).toEqual([join(directory, 'fine')])
    expect(skipped.map(({ name }) => name).sort()).toEqual(['/absolute', 'double//slash', 'file', 'slash/', 'way/out'])
    expect(await readdir(outside)).toEqual(['secret'])
    expect(await readFile(join(outside, 'secret'), 'utf8')).toBe('secret')
  })

  test('is made like the other side, both ways, and only what is asked for is deleted', async () => {
    const { pithos } = await start()
    const directory = await makeDirectory()
    const other = await makeDirectory()
    await fill(directory)
    await pithos.upload({ obj: 'backup/old/one', source: bytes })
    await pithos.upload({ obj: 'elsewhere', source: bytes })
    await pithos.upload({ obj: 'backup/kept.log', source: bytes })
    const include = (path: string) => !path.endsWith('.log')
    const shared = { prefix: 'backup', delete: true, include } as const
    const up = await sync(pithos, { ...shared, directory, direction: 'up' })
    expect(up.deleted).toEqual(['backup/old/one'])
    const names = (await pithos.listObjects().all()).map(({ name }) => name)
    expect(names).toEqual([
      'backup/a.txt',
      'backup/deep',
      'backup/deep/empty',
      'backup/deep/Ünïcode %41?#.bin',
      'backup/kept.log',
      'backup/nothing',
      'elsewhere',
    ])
    await mkdir(join(other, 'extra', 'below'), { recursive: true })
    await writeFile(join(other, 'extra', 'below', 'file'), 'x')
    await writeFile(join(other, 'mine.log'), 'x')
    const down = await sync(pithos, { ...shared, directory: other, direction: 'down' })
    expect(down.deleted).toEqual(
      ['extra/below/file', 'extra/below', 'extra'].map((path) => join(other, ...path.split('/'))),
    )
    expect((await readdir(other)).sort()).toEqual(['a.txt', 'deep', 'mine.log', 'nothing'])
  })
})

test.each([
  ['a/b', '/', 'root/a/b'],
  ['../a', '/', undefined],
  ['a/./b', '/', undefined],
  ['/etc/passwd', '/', undefined],
  ['a\0b', '/', undefined],
  ['a\\b', '/', 'root/a\\b'],
  ['a\\b', '\\', undefined],
  ['C:evil', '\\', undefined],
  ['aux.txt', '\\', undefined],
  ['dots.', '\\', undefined],
])('the name %j with the separator %j', (name, separator, expected) => {
  const target = safePath('root', name, separator)
  expect('path' in target ? target.path.replaceAll(sep, '/') : undefined).toBe(expected)
})
