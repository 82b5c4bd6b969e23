import { execFile } from 'node:child_process'
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isConfigurationError } from '@x/core-errors'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { LxdInstance } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

const run = promisify(execFile)

/** Directories with all that is in them: copied into an instance, out of it, and deleted. */
export function fileTreeSuite(target: Target): void {
  let scratch: Scratch
  let instance: LxdInstance
  let local: string

  beforeAll(async () => {
    scratch = new Scratch(target)
    instance = await scratch.lxd.instances.get(await scratch.instance())
  }, 60_000)
  afterAll(() => scratch[Symbol.asyncDispose](), 60_000)
  beforeEach(async () => {
    local = await mkdtemp(join(tmpdir(), 'lxd-files-'))
  })
  afterEach(() => rm(local, { recursive: true }))

  // A tree with everything that a tree can hold.
  const plant = async (root: string) => {
    await mkdir(join(root, 'sub/empty'), { recursive: true })
    await writeFile(join(root, 'text'), 'at the top')
    await writeFile(join(root, 'sub/script'), '#!/bin/sh\n')
    await chmod(join(root, 'sub/script'), 0o755)
    await chmod(join(root, 'sub/empty'), 0o700)
    await symlink('../text', join(root, 'sub/link'))
    await symlink('/etc/passwd', join(root, 'outside'))
  }

  const describeTree = async (root: string): Promise<Record<string, string>> => {
    const entries = await readdir(root, { recursive: true })
    const described = entries.sort().map(async (name) => {
      const path = join(root, name)
      const stat = await lstat(path)
      const mode = (stat.mode & 0o777).toString(8)
      if (stat.isSymbolicLink()) return [name, `link ${await readlink(path)}`]
      return [name, stat.isDirectory() ? `directory ${mode}` : `${mode} ${await readFile(path, 'utf8')}`]
    })
    return Object.fromEntries(await Promise.all(described))
  }

  test('a directory goes into an instance and comes out the same', async () => {
    const source = join(local, 'source')
    await mkdir(source)
    await plant(source)
    const path = `/var/${scratch.name()}`
    const put = await instance.files.recursivePut(source, path)
    expect(put).toEqual({ files: 2, directories: 3, symlinks: 2, bytes: 20, skipped: [] })
    const got = await instance.files.recursiveGet(path, join(local, 'copy'))
    expect(got).toEqual(put)
    expect(await describeTree(join(local, 'copy'))).toEqual(await describeTree(source))
  })

  test('owners and modes are those that are asked for, and links are left out on request', async () => {
    await plant(local)
    const path = `/var/${scratch.name()}`
    const settings = { uid: 1000, gid: 1001, mode: 0o600, symlinks: 'skip' } as const
    const { symlinks, skipped } = await instance.files.recursivePut(local, path, settings)
    expect([symlinks, skipped.toSorted()]).toEqual([0, [join(local, 'outside'), join(local, 'sub/link')].toSorted()])
    expect(await instance.files.stat(`${path}/text`)).toMatchObject({ uid: 1000, gid: 1001, mode: 0o600 })
    expect(await instance.files.stat(`${path}/sub/empty`)).toMatchObject({ uid: 1000, mode: 0o700 })
    expect(await instance.files.exists(`${path}/outside`)).toBe(false)
    await instance.files.symlink(`${path}/link`, 'text')
    const copy = join(local, 'copy')
    expect(await instance.files.recursiveGet(path, copy, settings)).toMatchObject({ skipped: [`${path}/link`] })
  })

  test('what is no file, directory or link stays behind', async () => {
    await run('mkfifo', [join(local, 'pipe')])
    const { skipped, files } = await instance.files.recursivePut(local, `/var/${scratch.name()}`)
    expect([files, skipped]).toEqual([0, [join(local, 'pipe')]])
  })

  test('a single file is copied like a tree', async () => {
    const path = `/var/${scratch.name()}`
    await writeFile(join(local, 'one'), 'one')
    expect(await instance.files.recursivePut(join(local, 'one'), path)).toMatchObject({ files: 1, directories: 0 })
    await instance.files.recursiveGet(path, join(local, 'copy'))
    expect(await readFile(join(local, 'copy'), 'utf8')).toBe('one')
  })

  test('existing files are written over; a link among them is not followed', async () => {
    const path = `/var/${scratch.name()}`
    await instance.files.mkDir(path)
    await instance.files.put(`${path}/text`, 'new')
    await writeFile(join(local, 'text'), 'old and longer')
    await instance.files.recursiveGet(path, local)
    expect(await readFile(join(local, 'text'), 'utf8')).toBe('new')

    await writeFile(join(local, 'precious'), 'precious')
    await rm(join(local, 'text'))
    await symlink('precious', join(local, 'text'))
    const refused = await instance.files.recursiveGet(path, local).catch((error: unknown) => error)
    expect(isConfigurationError(refused)).toBe(true)
    expect(await readFile(join(local, 'precious'), 'utf8')).toBe('precious')
  })

  test('a tree is walked, directories first, and deleted without following links', async () => {
    await plant(local)
    const path = `/var/${scratch.name()}`
    await instance.files.recursivePut(local, path)
    const found: string[] = []
    for await (const { relativePath, file } of instance.files.walk(path)) {
      if (file.type === 'file') await file.stream.cancel()
      found.push(`${file.type} ${relativePath}`)
    }
    expect(found).toEqual([
      'directory ',
      'symlink outside',
      'directory sub',
      'directory sub/empty',
      'symlink sub/link',
      'file sub/script',
      'file text',
    ])
    await instance.files.put('/var/kept', 'kept')
    await instance.files.symlink(`${path}/away`, '/var/kept')
    await instance.files.delete(path, { recursive: true })
    expect(await instance.files.exists(path)).toBe(false)
    expect(await instance.files.exists('/var/kept')).toBe(true)
  })

  test('many files are copied side by side', async () => {
    for (let index = 0; index < 40; index++) await writeFile(join(local, `file${index}`), `${index}`)
    const path = `/var/${scratch.name()}`
    expect(await instance.files.recursivePut(local, path, { concurrency: 8 })).toMatchObject({ files: 40 })
    const copy = join(local, 'copy')
    expect(await instance.files.recursiveGet(path, copy, { concurrency: 8 })).toMatchObject({ files: 40, bytes: 70 })
    for (let index = 0; index < 40; index++) {
      expect(await readFile(join(copy, `file${index}`), 'utf8')).toBe(`${index}`)
    }
  })
}
