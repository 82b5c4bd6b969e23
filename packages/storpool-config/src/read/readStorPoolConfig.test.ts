import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StorPoolConfigError } from '../parse/StorPoolConfigError.js'
import { readStorPoolConfig } from './readStorPoolConfig.js'

let root: string
const main = () => join(root, 'etc/storpool.conf')
const dropIn = (name: string) => join(root, 'etc/storpool.conf.d', name)

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'storpool-config-'))
  await mkdir(join(root, 'etc/storpool.conf.d'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true }))

test('takes the section of this host and the environment of this process by default', async () => {
  await writeFile(main(), `A=0\n[${hostname()}]\nA=1\n`)
  process.env['SP_API_HTTP_HOST'] = 'from-environment'
  try {
    const config = await readStorPoolConfig({ root })
    expect([config.get('A'), config.get('SP_API_HTTP_HOST')]).toEqual(['1', 'from-environment'])
    expect((await readStorPoolConfig({ root, env: false })).get('SP_API_HTTP_HOST')).toBe('127.0.0.1')
  } finally {
    delete process.env['SP_API_HTTP_HOST']
  }
})

test('sorts drop-ins by code point, above the basic plane too', async () => {
  await writeFile(main(), '')
  await writeFile(dropIn('\u{1f600}.conf'), 'A=last\n')
  await writeFile(dropIn('\uff5e.conf'), 'A=first\n')
  expect((await readStorPoolConfig({ root, env: false })).get('A')).toBe('last')
})

test('a missing main file is an error unless that is allowed', async () => {
  await expect(readStorPoolConfig({ root })).rejects.toThrow(expect.objectContaining({ file: main(), path: main() }))
  expect((await readStorPoolConfig({ root, env: false, missingOk: true })).size).toBe(50)
})

test('a byte that is not UTF-8 is an error with its line', async () => {
  await writeFile(main(), Buffer.from('A=1\rB=2\r\nC=\xff\n', 'latin1'))
  await expect(readStorPoolConfig({ root })).rejects.toThrow(expect.objectContaining({ file: main(), line: 3 }))
})

test('a masked drop-in reads as empty; a pipe and an endless device are refused', async () => {
  await writeFile(main(), 'A=1\n')
  await symlink('/dev/null', dropIn('masked.conf'))
  expect((await readStorPoolConfig({ root })).get('A')).toBe('1')
  await symlink('/dev/zero', dropIn('zero.conf'))
  await expect(readStorPoolConfig({ root })).rejects.toThrow(/zero\.conf is larger than/)
  await rm(dropIn('zero.conf'))
  execFileSync('mkfifo', [dropIn('pipe.conf')])
  await expect(readStorPoolConfig({ root })).rejects.toThrow(StorPoolConfigError)
})

test('an aborted signal ends the reading with its own reason', async () => {
  const reason = new Error('enough')
  await expect(readStorPoolConfig({ root, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
})
