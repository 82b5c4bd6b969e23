import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigurationError, Secret } from '@x/core-errors'
import { afterEach, expect, test } from 'vitest'
import { configFromEnvironment } from './configFromEnvironment.js'
import { configFromLxcRemote } from './configFromLxcRemote.js'
import { localIncusSocketPath } from './localIncusSocketPath.js'
import { lxcDirectory } from './lxcDirectory.js'
import { readLxcConfig } from './readLxcConfig.js'

const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

const folder = async (files: Record<string, string> = {}): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'lxc-'))
  folders.push(path)
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(path, name, '..'), { recursive: true })
    await writeFile(join(path, name), text)
  }
  return path
}

const config = `
default-remote: production
remotes:
  images: { addr: https://images.example, protocol: simplestreams, public: true }
  local:
    addr: unix://
    public: false
  elsewhere:
    addr: unix:///run/other.socket
  production:
    addr: https://192.0.2.10:8443
    auth_type: tls
    project: web
    protocol: lxd
    public: false
aliases: {}
`
const pem = '-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n'

test.each([
  ['LXD_SOCKET before all', { LXD_SOCKET: '/a.socket', LXD_DIR: '/b' }, '/a.socket'],
  ['LXD_DIR', { LXD_DIR: '/b' }, '/b/unix.socket'],
  ['empty variables not at all', { LXD_SOCKET: '', LXD_DIR: '' }, '/var/lib/lxd/unix.socket'],
  ['the usual path', {}, '/var/lib/lxd/unix.socket'],
])('the local socket is looked for with %s', (_, environment, socketPath) => {
  expect(configFromEnvironment(environment)).toEqual({ socketPath })
})

test('the local socket of Incus has variables of its own', () => {
  expect(localIncusSocketPath({ INCUS_SOCKET: '/a', INCUS_DIR: '/b', LXD_DIR: '/c' })).toBe('/a')
  expect(localIncusSocketPath({ INCUS_DIR: '/b' })).toBe('/b/unix.socket')
  expect(localIncusSocketPath({})).toMatch(/^\/(?:run|var\/lib)\/incus\/unix\.socket$/)
})

test('certificate paths of the snap and of the package are both searched, and can be overridden', async () => {
  const home = await folder({ 'snap/lxd/common/config/config.yml': config })
  expect(lxcDirectory({ HOME: home })).toBe(join(home, 'snap/lxd/common/config'))
  expect(lxcDirectory({ HOME: home, LXD_CONF: '/elsewhere' })).toBe('/elsewhere')
  const other = await folder({ '.config/lxc/config.yml': config })
  expect(lxcDirectory({ HOME: other })).toBe(join(other, '.config/lxc'))
  expect(lxcDirectory({ HOME: await folder() })).toMatch(/\.config\/lxc$/)
})

test('remotes are read with their addresses, projects and protocols', async () => {
  const directory = await folder({ 'config.yml': config })
  const read = await readLxcConfig(directory)
  expect(read.defaultRemote).toBe('production')
  expect(Object.keys(read.remotes)).toEqual(['local', 'images', 'elsewhere', 'production'])
  expect(read.remotes['production']).toEqual({
    addr: 'https://192.0.2.10:8443',
    protocol: 'lxd',
    authType: 'tls',
    project: 'web',
    isPublic: false,
  })
})

test('without a file there is the local server', async () => {
  const { remotes, defaultRemote } = await readLxcConfig(await folder())
  expect([defaultRemote, Object.keys(remotes)]).toEqual(['local', ['local']])
})

test('a file that is no configuration is told by its path', async () => {
  const directory = await folder({ 'config.yml': 'remotes: [1, 2' })
  await expect(readLxcConfig(directory)).rejects.toThrow(`${directory}/config.yml is no configuration of lxc`)
})

test('a remote comes with the certificate of lxc, and the certificate that lxc has pinned', async () => {
  const directory = await folder({
    'config.yml': config,
    'client.crt': 'certificate',
    'client.key': 'key',
    'servercerts/production.crt': pem,
  })
  const { key, ...rest } = await configFromLxcRemote(undefined, { directory })
  expect(rest).toEqual({
    url: 'https://192.0.2.10:8443',
    project: 'web',
    certificate: 'certificate',
    serverCertificate: pem,
  })
  expect(key instanceof Secret && key.reveal()).toBe('key')
  expect(JSON.stringify(key)).not.toContain('"key"')
})

test('a remote without certificates is read without', async () => {
  const directory = await folder({ 'config.yml': config })
  expect(await configFromLxcRemote('production', { directory })).toEqual({
    url: 'https://192.0.2.10:8443',
    project: 'web',
    serverCertificate: undefined,
  })
})

test('a remote on a socket is one of this machine', async () => {
  const directory = await folder({ 'config.yml': config })
  const environment = { LXD_DIR: '/b' }
  expect(await configFromLxcRemote('local', { directory, environment })).toMatchObject({ socketPath: '/b/unix.socket' })
  expect(await configFromLxcRemote('elsewhere', { directory })).toMatchObject({ socketPath: '/run/other.socket' })
})

test('a remote that does not exist, or only has images, is refused', async () => {
  const directory = await folder({ 'config.yml': config })
  await expect(configFromLxcRemote('bogus', { directory })).rejects.toThrow(ConfigurationError)
  await expect(configFromLxcRemote('bogus', { directory })).rejects.toThrow('only local, images, elsewhere, production')
  await expect(configFromLxcRemote('images', { directory })).rejects.toThrow('is a server of images')
})
