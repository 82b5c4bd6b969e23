import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isConfigurationError } from '@x/core-errors'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { createFakeLinstor } from '../testing/index.js'
import { connectLinstorFromEnvironment } from './connectLinstorFromEnvironment.js'
import { controllersFromEnvironment } from './controllersFromEnvironment.js'
import { parseConfigFile } from './parseConfigFile.js'

const folder = mkdtempSync(join(tmpdir(), 'linstor-conf-'))
afterEach(() => void vi.unstubAllEnvs())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileWith = (name: string, text: string) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
const good = fileWith('good.conf', '# comment\n[other]\ncontrollers = no\n[global]\nControllers = alpha, bravo:1234\n')
const empty = fileWith('empty.conf', '[global]\nmachine-readable = 1\n')
const absent = join(folder, 'absent.conf')

test('the variable wins when it is not empty', async () => {
  const env = { LS_CONTROLLERS: ' linstor+ssl://a , b' }
  expect(await controllersFromEnvironment({ env, files: [good] })).toEqual({
    uris: ['linstor+ssl://a', 'linstor://b'],
    source: 'LS_CONTROLLERS',
  })
  for (const LS_CONTROLLERS of ['', ' , ']) {
    expect((await controllersFromEnvironment({ env: { LS_CONTROLLERS }, files: [good] })).source).toBe(good)
  }
})

test('of the files the first that exists counts, and no other', async () => {
  const expected = { uris: ['linstor://alpha', 'linstor://bravo:1234'], source: good }
  expect(await controllersFromEnvironment({ env: {}, files: [absent, good, empty] })).toEqual(expected)
  await expect(controllersFromEnvironment({ env: {}, files: [empty, good] })).rejects.toMatchObject({ path: empty })
})

test('no host is made up', async () => {
  await expect(controllersFromEnvironment({ env: {}, files: [absent] })).rejects.toSatisfy(isConfigurationError)
  await expect(controllersFromEnvironment({ env: {}, files: [absent] })).rejects.toThrow('LS_CONTROLLERS is not set')
  await expect(controllersFromEnvironment({ env: {}, files: [folder] })).rejects.toThrow('can not be read')
})

test('the first default is the file of the user', async () => {
  mkdirSync(join(folder, '.config/linstor'), { recursive: true })
  const source = fileWith('.config/linstor/linstor-client.conf', '[global]\ncontrollers = charlie\n')
  vi.stubEnv('HOME', folder)
  expect(await controllersFromEnvironment({ env: {} })).toEqual({ uris: ['linstor://charlie'], source })
})

test('the error names every place that was looked at', async () => {
  const files = [absent, join(folder, 'other.conf')]
  await expect(controllersFromEnvironment({ env: {}, files })).rejects.toThrow(`there is no ${files.join(' or ')}`)
})

test('connects to what it finds', async () => {
  await using fake = await createFakeLinstor()
  await using linstor = await connectLinstorFromEnvironment({ env: { LS_CONTROLLERS: fake.uri } })
  expect(linstor.controllerHost()).toBe(fake.uri)
})

test.each([
  ['[global]\ncontrollers=a,b', 'a,b'],
  ['[global]\r\ncontrollers : a\r\n', 'a'],
  ['[global]\ncontrollers = a,\n  b,\n\tc\nother = d', 'a, b, c'],
  ['[global]\n; controllers = x\n#controllers = y\ncontrollers = z', 'z'],
  ['[ global ]\ncontrollers = a', 'a'],
  ['controllers = a', undefined],
  ['[other]\ncontrollers = a\n  b', undefined],
  ['[global]\ncontrollers =', ''],
  ['', undefined],
])('reads %j', (text, expected) => {
  expect(parseConfigFile(text)).toBe(expected)
})
