import { inspect } from 'node:util'
import { ConfigurationError, isConnectionError } from '@x/core-errors'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type CreateLxdClientParameters,
  createLxd,
  decodeTrustToken,
  isLxdApiError,
  isLxdConflict,
  type Lxd,
} from '../../src/index.js'
import { changeEveryWay } from '../suites/changeEveryWay.js'
import { createKeyPair } from './createKeyPair.js'
import { PrivateDaemon } from './PrivateDaemon.js'
import { skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)('HTTPS and trust on a real daemon', () => {
  const pair = createKeyPair('client')
  const stranger = createKeyPair('stranger')
  let daemon: PrivateDaemon
  let admin: Lxd
  let url: string
  let serverCertificate: string
  const clients: Lxd[] = []

  const connect = (parameters: Partial<CreateLxdClientParameters> = {}) => {
    const lxd = createLxd({ url, serverCertificate, ...parameters })
    clients.push(lxd)
    return lxd
  }

  beforeAll(async () => {
    daemon = await PrivateDaemon.start()
    admin = daemon.connect()
    url = `https://${await daemon.listen()}`
    serverCertificate = (await admin.serverGet()).environment.certificate
  })

  afterAll(async () => {
    for (const client of clients) await client.close()
    await daemon[Symbol.asyncDispose]()
  })

  test('a stranger may read what is public, and nothing else', async () => {
    const lxd = connect()
    expect(await lxd.trusted()).toBe(false)
    expect(await lxd.imagesGetUntrusted()).toEqual([])
    const error = await lxd.storagePools.all().catch((error: unknown) => error)
    expect(isLxdApiError(error) && [error.reason, error.description]).toEqual(['forbidden', 'not authorized'])
    expect(await connect(stranger).trusted()).toBe(false)
  })

  test('a certificate becomes trusted by the password, and only by the right one', async () => {
    const password = 'correct horse battery staple'
    await admin.serverPatch({ config: { 'core.trust_password': password } })
    const lxd = connect(pair)
    const wrong = await lxd.authenticate({ password: 'wrong password' }).catch((error: unknown) => error)
    expect(isLxdApiError(wrong) && wrong.reason).toBe('forbidden')
    expect(inspect(wrong)).not.toContain('wrong password')
    await lxd.authenticate({ password, name: 'by-password' })
    expect(await lxd.trusted()).toBe(true)
    await lxd.authenticate({ password: 'not needed any more' })
    const [certificate] = (await admin.certificates.all()).filter(({ name }) => name === 'by-password')
    expect(certificate?.certificate.trim()).toBe(pair.certificate.trim())
    await certificate?.delete()
    expect(await connect(pair).trusted()).toBe(false)
  })

  test('a certificate becomes trusted by a token, once, under the name of the token', async () => {
    const { token } = await admin.certificates.createToken({ name: 'by-token' })
    const decoded = decodeTrustToken(` ${token.slice(0, 10)}\n${token.slice(10)} `)
    expect(decoded).toMatchObject({ client_name: 'by-token', addresses: [new URL(url).host] })
    // The token pins the server as well.
    const lxd = connect({ ...pair, serverCertificate: decoded.fingerprint })
    await lxd.authenticate({ token: ` ${token}\n` })
    expect(await lxd.trusted()).toBe(true)
    expect((await lxd.storagePools.all()).length).toBeGreaterThan(0)
    const again = await connect(stranger)
      .authenticate({ token })
      .catch((error: unknown) => error)
    expect(isLxdApiError(again) && again.status).toBe(403)
    expect(inspect(again)).not.toContain(token)
    const [certificate] = (await admin.certificates.all()).filter(({ name }) => name === 'by-token')
    await certificate?.delete()
  })

  test('a token that was canceled is worth nothing', async () => {
    const { token, cancel } = await admin.certificates.createToken({ name: 'canceled' })
    await cancel()
    const error = await connect(pair)
      .authenticate({ token })
      .catch((error: unknown) => error)
    expect(isLxdApiError(error) && error.status).toBe(403)
  })

  test('what is no token is refused here, and not repeated', async () => {
    const error = await connect(pair)
      .authenticate({ token: 'c2VjcmV0' })
      .catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(String(error)).not.toContain('c2VjcmV0')
    const { token } = await admin.certificates.createToken({ name: 'x' })
    await expect(connect().authenticate({ token })).rejects.toThrow(/client needs certificate and key/)
  })

  test('an administrator adds, changes and removes certificates', async () => {
    const certificate = await admin.certificates.create({ name: 'added', certificate: stranger.certificate })
    expect(certificate).toMatchObject({ name: 'added', type: 'client', restricted: false, projects: [] })
    const again = await admin.certificates
      .create({ name: 'x', certificate: stranger.certificate })
      .catch((error: unknown) => error)
    expect(isLxdConflict(again)).toBe(true)
    expect((await admin.certificates.get(certificate.fingerprint.slice(0, 12))).name).toBe('added')
    await certificate.patch({ name: 'renamed' })
    expect(certificate.name).toBe('renamed')
    await changeEveryWay(certificate, { key: 'name' })
    certificate.restricted = true
    certificate.projects = ['default']
    await certificate.save()
    const restricted = connect(stranger)
    const error = await restricted.storagePools.create({ name: 'x', driver: 'dir' }).catch((error: unknown) => error)
    expect(isLxdApiError(error) && error.status).toBe(403)
    // Waits work without the events of all projects, which a restricted caller may not have.
    const { volumes } = await restricted.storagePools.get('p1')
    const volume = await volumes.create({ name: 'mine' })
    await volume.snapshots.create({ name: 's1' })
    await volume.delete()
    await certificate.delete()
    expect(await admin.certificates.exists(certificate.fingerprint)).toBe(false)
  })

  test('a server with another certificate is not talked to', async () => {
    for (const parameters of [{ serverCertificate: '0'.repeat(64) }, { serverCertificate: stranger.certificate }]) {
      const error = await connect({ ...pair, ...parameters })
        .serverGetUntrusted()
        .catch((error: unknown) => error)
      expect(isConnectionError(error) && error.retryable).toBe(false)
      expect(String(error)).toMatch(/the server shows another certificate/)
    }
    const unpinned = await connect({ serverCertificate: undefined })
      .serverGetUntrusted()
      .catch((error: unknown) => error)
    expect(isConnectionError(unpinned) && unpinned.code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
    expect(
      (await connect({ serverCertificate: undefined, ca: serverCertificate }).serverGetUntrusted()).api_version,
    ).toBe('1.0')
  })

  test('sockets use the same certificates as requests', async () => {
    await admin.certificates.create({ name: 'sockets', certificate: pair.certificate })
    const lxd = connect(pair)
    await using events = await lxd.events({ types: ['lifecycle'] })
    await lxd.profilesPost({ name: 'seen' })
    for await (const event of events) {
      if (event.type === 'lifecycle' && event.metadata.source === '/1.0/profiles/seen') break
    }
    const error = await connect({ ...pair, serverCertificate: '0'.repeat(64) })
      .events()
      .catch((error: unknown) => error)
    expect(String(error)).toMatch(/the server shows another certificate/)
    const refused = await connect(stranger)
      .events()
      .catch((error: unknown) => error)
    expect(isLxdApiError(refused) && refused.status).toBe(403)
    await lxd.profileDelete({ profileName: 'seen' })
  })

  test('the key is never printed', async () => {
    const lxd = connect(pair)
    const printed = inspect(lxd, { depth: 9, showHidden: true }) + JSON.stringify(lxd.config)
    const line = pair.key.split('\n')[1] ?? ''
    expect(printed).not.toContain(line)
  })

  test('plain HTTP and nobody at all are told apart', async () => {
    expect(() => connect({ url: url.replace('https:', 'http:') })).toThrow(ConfigurationError)
    const nobody = await connect({ url: 'https://127.0.0.1:9', retry: false })
      .serverGetUntrusted()
      .catch((error: unknown) => error)
    expect(isConnectionError(nobody) && [nobody.code, nobody.mayHaveBeenSent]).toEqual(['ECONNREFUSED', false])
  })
})
