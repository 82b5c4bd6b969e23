import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createLxd,
  exportImage,
  isLxdApiError,
  isLxdNotFound,
  isLxdOperationError,
  type Lxd,
  type LxdInstance,
} from '../../src/index.js'
import { PrivateDaemon } from './PrivateDaemon.js'
import { skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)('instances and images between two real daemons', () => {
  let daemons: PrivateDaemon[] = []
  let source: Lxd
  let target: Lxd
  let address: string

  beforeAll(async () => {
    daemons = [await PrivateDaemon.start(), await PrivateDaemon.start()]
    const addresses = []
    for (const daemon of daemons) addresses.push(await daemon.listen())
    const [one, other] = daemons.map((daemon) => daemon.connect())
    if (one === undefined || other === undefined) throw new Error('unreachable')
    source = one
    target = other
    address = addresses[0] ?? ''
  })

  afterAll(async () => {
    for (const daemon of daemons) await daemon[Symbol.asyncDispose]()
  })

  const create = async (name: string): Promise<LxdInstance> => {
    const definition = { name, source: { type: 'image', alias: 'bb' }, description: 'd', config: { 'user.a': '1' } }
    const instance = await source.instances.create(definition)
    await instance.files.put('/var/text', name)
    await instance.snapshots.create({ name: 's1' })
    return instance
  }
  const textIn = async (instance: LxdInstance) => {
    const file = await instance.files.get('/var/text')
    return file.type === 'file' ? new Response(file.stream).text() : file.type
  }
  const running = async (lxd: Lxd) => (await lxd.operationsGet())['running'] ?? []

  test.each(['pull', 'push', 'relay'] as const)(
    'an instance is moved by %s, with all that belongs to it',
    async (mode) => {
      const instance = await create(`move-${mode}`)
      const moved = await instance.migrate(target, { mode, name: `moved-${mode}` })
      expect(moved).toMatchObject({ name: `moved-${mode}`, description: 'd', profiles: ['default'] })
      expect(moved.config).toMatchObject({ 'user.a': '1', 'image.os': 'busybox' })
      expect((await moved.snapshots.all()).map(({ name }) => name)).toEqual(['s1'])
      expect(await textIn(moved)).toBe(`move-${mode}`)
      expect(await source.instances.exists(instance.name)).toBe(false)
      await moved.start()
      expect((await moved.execute(['cat', '/var/text'])).stdout).toBe(`move-${mode}`)
      await moved.delete({ force: true })
      await expect.poll(async () => [await running(source), await running(target)]).toEqual([[], []])
    },
  )

  test('an instance is copied to another server, pool and name, and stays where it is', async () => {
    const instance = await create('copy')
    const copy = await instance.migrate(target, { name: 'copied', pool: 'p2', keepSource: true, instanceOnly: true })
    expect(copy.devices['root']).toMatchObject({ pool: 'p2' })
    expect(await copy.snapshots.all()).toEqual([])
    expect(await source.instances.exists('copy')).toBe(true)
    await copy.delete()
    await instance.delete()
  })

  test('a move that fails leaves the instance where it is, and no offer behind', async () => {
    const instance = await create('stays')
    const taken = await target.instances.create({ name: 'taken', source: { type: 'none' } })
    for (const mode of ['pull', 'push', 'relay'] as const) {
      const failed = await instance.migrate(target, { mode, name: 'taken' }).catch((error: unknown) => error)
      expect(isLxdApiError(failed) || isLxdOperationError(failed)).toBe(true)
    }
    expect(await source.instances.exists('stays')).toBe(true)
    await expect.poll(async () => [await running(source), await running(target)]).toEqual([[], []])
    await taken.delete()
    await instance.delete()
  })

  test('a running instance is not moved without its memory', async () => {
    const instance = await create('runs')
    await instance.start()
    await expect(instance.migrate(target)).rejects.toThrow()
    expect(await source.instances.exists('runs')).toBe(true)
    await instance.delete({ force: true })
    await expect.poll(async () => [await running(source), await running(target)]).toEqual([[], []])
  })

  test.each(['pull', 'relay'] as const)('an image that is not public is copied by %s, with names', async (mode) => {
    const instance = await create(`image-${mode}`)
    const image = await instance.publish({ compressionAlgorithm: 'none', properties: { color: 'blue' } })
    const copy = await image.copy(target, { mode, aliases: [{ name: `copied-${mode}` }] })
    expect(copy).toMatchObject({ fingerprint: image.fingerprint, public: false })
    expect((await target.images.getByAlias(`copied-${mode}`)).fingerprint).toBe(image.fingerprint)
    await expect.poll(() => running(source)).toEqual([])
    for (const object of [copy, image, instance]) await object.delete()
  })

  test('an image is fetched from the other server by its name', async () => {
    const { environment } = await source.serverGet()
    const instance = await create('fetch')
    const published = await instance.publish({ public: true, aliases: [{ name: 'public' }] })
    const image = await target.images.createFromServer({
      server: `https://${address}`,
      protocol: 'lxd',
      certificate: environment.certificate,
      alias: 'public',
      aliases: [{ name: 'fetched' }],
    })
    expect(image).toMatchObject({ fingerprint: published.fingerprint, aliases: [{ name: 'fetched' }] })
    expect(await image.refresh()).not.toBe(true)
    for (const object of [image, published, instance]) await object.delete()
  })

  test('a stranger downloads an image with a secret, once, and not without', async () => {
    const { environment } = await source.serverGet()
    const bb = await source.images.getByAlias('bb')
    await using stranger = createLxd({ url: `https://${address}`, serverCertificate: environment.certificate })
    const download = async (secret?: string) => {
      const { parts } = await exportImage(stranger, { fingerprint: bb.fingerprint, secret })
      let bytes = 0
      for await (const { stream } of parts) for await (const chunk of stream) bytes += chunk.byteLength
      return bytes
    }
    expect(isLxdNotFound(await download('wrong').catch((error: unknown) => error))).toBe(true)
    const { secret } = await bb.createSecret()
    expect(await download(secret)).toBe(bb.size)
    expect(await running(source)).toEqual([])
    // LXD 5.0 takes it until it has forgotten the operation.
    const again = () => download(secret).catch(isLxdNotFound)
    await expect.poll(again, { timeout: 15_000, interval: 500 }).toBe(true)
  })
})
