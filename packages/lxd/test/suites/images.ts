import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigurationError } from '@x/core-errors'
import { expect, test } from 'vitest'
import {
  isLxdConflict,
  isLxdNotFound,
  isLxdOperationError,
  isLxdPreconditionFailed,
  type LxdImage,
  type LxdUploadBody,
} from '../../src/index.js'
import { changeEveryWay } from './changeEveryWay.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'
import { tarball } from './tarball.js'

const architecture = process.arch === 'arm64' ? 'aarch64' : 'x86_64'
const metadataOf = (name: string) =>
  `architecture: ${architecture}\ncreation_date: 1700000000\nproperties: {os: test, name: ${name}}\n`

/** Images: uploading, downloading, naming, changing, sharing. */
export function imageSuite(target: Target): void {
  const unified = (name: string) =>
    tarball({ 'metadata.yaml': metadataOf(name), 'rootfs/': '', 'rootfs/file': randomBytes(100_000) })
  const split = (name: string) => ({
    metadata: tarball({ 'metadata.yaml': metadataOf(name) }),
    rootfs: tarball({ file: randomBytes(3_000_000) }),
  })
  const sha256 = (...parts: Uint8Array[]) => {
    const hash = createHash('sha256')
    for (const part of parts) hash.update(part)
    return hash.digest('hex')
  }
  const create = async (scratch: Scratch, ...parameters: Parameters<Scratch['lxd']['images']['create']>) => {
    const image = await scratch.lxd.images.create(...parameters)
    scratch.undo(() => image.delete())
    return image
  }
  const download = async (image: LxdImage) => {
    const { parts, ...rest } = await image.export()
    const files: { name: string; bytes: Uint8Array }[] = []
    for await (const { name, stream } of parts) files.push({ name, bytes: await new Response(stream).bytes() })
    return { ...rest, files }
  }

  test('an image in one file is uploaded as a stream, and downloaded the same', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.name()
    const bytes = unified(name)
    const image = await create(scratch, new Blob([bytes]).stream(), {
      filename: `${name}.tar`,
      properties: { os: 'other & more', color: 'blue' },
      aliases: [{ name, description: 'd' }],
    })
    expect(image).toMatchObject({
      fingerprint: sha256(bytes),
      filename: `${name}.tar`,
      public: false,
      type: 'container',
      aliases: [{ name, description: 'd' }],
      size: bytes.byteLength,
    })
    expect(image.properties).toMatchObject({ os: 'other & more', color: 'blue' })
    const { isSplit, size, files } = await download(image)
    expect([isSplit, size, files.map((file) => file.name)]).toEqual([false, bytes.byteLength, ['image']])
    expect(Buffer.compare(files[0]?.bytes ?? Buffer.alloc(0), bytes)).toBe(0)
    expect((await scratch.lxd.images.getByAlias(name)).fingerprint).toBe(image.fingerprint)
  })

  test('an image in two files is uploaded as streams, and downloaded the same', async () => {
    await using scratch = new Scratch(target)
    const { metadata, rootfs } = split(scratch.name())
    const streams = { metadata: new Blob([metadata]).stream(), rootfs: new Blob([rootfs]).stream() }
    const image = await create(scratch, streams, { public: true })
    expect(image).toMatchObject({ fingerprint: sha256(metadata, rootfs), public: true, type: 'container' })
    const { isSplit, files } = await download(image)
    expect([isSplit, files.map((file) => file.name)]).toEqual([true, ['metadata', 'rootfs']])
    const [first, second] = files.map((file) => file.bytes)
    expect(first !== undefined && Buffer.compare(first, metadata)).toBe(0)
    expect(second !== undefined && Buffer.compare(second, rootfs)).toBe(0)
  })

  test('a download may be left in the middle, or skip a file', async () => {
    await using scratch = new Scratch(target)
    const { metadata, rootfs } = split(scratch.name())
    const image = await create(scratch, { metadata, rootfs })
    for await (const { name } of (await image.export()).parts) if (name === 'metadata') break
    const sizes: number[] = []
    for await (const { name, stream } of (await image.export()).parts) {
      if (name === 'rootfs') sizes.push((await new Response(stream).bytes()).byteLength)
    }
    expect(sizes).toEqual([rootfs.byteLength])
    const whole = await create(scratch, unified(scratch.name()))
    for await (const { stream } of (await whole.export()).parts) {
      await stream.cancel()
    }
  })

  test('an image that the server has is used, or is an error on request', async () => {
    await using scratch = new Scratch(target)
    const bytes = unified(scratch.name())
    const image = await create(scratch, bytes)
    const name = scratch.name()
    const again = await scratch.lxd.images.create(bytes, { aliases: [{ name }] })
    expect(again).toMatchObject({ fingerprint: image.fingerprint, aliases: [{ name }] })
    const refused = await scratch.lxd.images.create(bytes, { ifExists: 'throw' }).catch((error: unknown) => error)
    expect(isLxdOperationError(refused)).toBe(true)
  })

  test('an image with another fingerprint than expected is refused, and not kept', async () => {
    await using scratch = new Scratch(target)
    const bytes = unified(scratch.name())
    const upload = (fingerprint: string) => scratch.lxd.images.create(bytes, { fingerprint })
    expect(isLxdOperationError(await upload('0'.repeat(64)).catch((error: unknown) => error))).toBe(true)
    expect(await scratch.lxd.images.exists(sha256(bytes))).toBe(false)
    const image = await upload(sha256(bytes).toUpperCase())
    await image.delete()
  })

  test('what is no image is refused', async () => {
    await using scratch = new Scratch(target)
    const refused = async (image: LxdUploadBody) => scratch.refusal(() => scratch.lxd.images.create(image))
    expect((await refused('no image')).status).toBe(202)
    await expect(scratch.lxd.images.create('', { filename: 'ü.tar' })).rejects.toThrow(ConfigurationError)
  })

  test('images are listed with one request, found by their beginning, and filtered', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.name()
    const image = await create(scratch, unified(name))
    const { images } = scratch.lxd
    expect((await images.all({ filter: `properties.name eq ${name}` })).map((item) => ({ ...item }))).toEqual([
      { ...image },
    ])
    expect((await images.get(image.fingerprint.slice(0, 12))).fingerprint).toBe(image.fingerprint)
    expect(await images.exists(image.fingerprint)).toBe(true)
    expect(await images.exists('0'.repeat(64))).toBe(false)
    expect(isLxdNotFound(await images.getByAlias('no-such-image').catch((error: unknown) => error))).toBe(true)
  })

  test('an image is changed safely', async () => {
    await using scratch = new Scratch(target)
    const image = await create(scratch, unified(scratch.name()), { properties: { a: '1' } })
    const other = await scratch.lxd.images.get(image.fingerprint)
    await image.patch({ properties: { ...image.properties, b: '2' } })
    expect(image.properties).toMatchObject({ a: '1', b: '2' })
    await image.patch({ public: true })
    expect(image).toMatchObject({ public: true, properties: { a: '1', b: '2' } })
    other.expires_at = '2030-01-02T03:04:05Z'
    expect(isLxdPreconditionFailed(await other.save().catch((error: unknown) => error))).toBe(true)
    await other.save({ onConflict: 'merge' })
    expect(other).toMatchObject({ expires_at: '2030-01-02T03:04:05Z', public: true, properties: { b: '2' } })
    await other.put({ ...other, properties: { c: '3' } })
    expect(other).toMatchObject({ properties: { c: '3' }, public: true })
  })

  test('an image is changed in every way', async () => {
    await using scratch = new Scratch(target)
    const image = await create(scratch, unified(scratch.name()))
    await changeEveryWay(image, { key: 'properties', valueBy: (way) => ({ changed: way }) })
    // The server's own PATCH leaves the time as it is.
    await image.rawPatch({ expires_at: '2030-01-02T03:04:05Z' })
    await image.rollback()
    expect(image.expires_at).toBeUndefined()
    await image.patch({ expires_at: '2030-01-02T03:04:05Z' })
    expect(image).toMatchObject({ expires_at: '2030-01-02T03:04:05Z', properties: { changed: 'save' } })
  })

  test('an image gets names and loses them', async () => {
    await using scratch = new Scratch(target)
    const [image, other] = [
      await create(scratch, unified(scratch.name())),
      await create(scratch, unified(scratch.name())),
    ]
    const { aliases } = scratch.lxd.images
    const name = `${scratch.name()}/with/slashes and ü?`
    await image.addAlias(name, 'd')
    expect(image.aliases).toEqual([{ name, description: 'd' }])
    const alias = await aliases.get(name)
    expect({ ...alias }).toEqual({ name, description: 'd', target: image.fingerprint, type: 'container' })
    expect((await aliases.all()).map((item) => item.name)).toContain(name)
    expect(isLxdConflict(await image.addAlias(name).catch((error: unknown) => error))).toBe(true)

    const requests: string[] = []
    await using lxd = target.connect({ hooks: { onRequest: ({ operation }) => requests.push(operation) } })
    const mine = await lxd.images.aliases.get(name)
    await mine.patch({ target: other.fingerprint })
    expect({ ...mine }).toMatchObject({ target: other.fingerprint, description: 'd' })
    await mine.rawPatch({ description: 'e' })
    await mine.sync()
    expect(mine).toMatchObject({ target: other.fingerprint, description: 'e' })
    expect(requests).not.toContain('imagesAliasPatch')
    alias.description = 'mine'
    expect(isLxdPreconditionFailed(await alias.save().catch((error: unknown) => error))).toBe(true)

    const renamed = scratch.name()
    await mine.rename(renamed)
    expect([mine.name, await aliases.exists(name), await aliases.exists(renamed)]).toEqual([renamed, false, true])
    await mine.delete()
    expect(await aliases.exists(renamed)).toBe(false)
    const created = await aliases.create({ name, target: image.fingerprint })
    expect(created).toMatchObject({ name, target: image.fingerprint })
    await image.deleteAlias(name)
    expect(image.aliases).toEqual([])
    const nowhere = aliases.create({ name, target: '0'.repeat(64) })
    expect(isLxdNotFound(await nowhere.catch((error: unknown) => error))).toBe(true)
  })

  test('a secret is given out at once, for an operation that stays until it is canceled', async () => {
    await using scratch = new Scratch(target)
    const image = await create(scratch, unified(scratch.name()))
    const { secret, cancel } = await image.createSecret()
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    const { running = [] } = await scratch.lxd.operationsGetRecursion1()
    const [operation] = running.filter(({ metadata }) => metadata['secret'] === secret)
    expect(operation?.class).toBe('token')
    if (operation === undefined) throw new Error('unreachable')
    await expect(scratch.lxd.waitForOperation(operation)).rejects.toThrow(ConfigurationError)
    await cancel()
    expect((await scratch.lxd.operationsGet())['running'] ?? []).toEqual([])
  })

  test('an image that was uploaded has nothing to be refreshed from', async () => {
    await using scratch = new Scratch(target)
    const image = await create(scratch, unified(scratch.name()))
    expect(isLxdOperationError(await image.refresh().catch((error: unknown) => error))).toBe(true)
  })

  test('an image is fetched from a web server that tells where it is', async () => {
    await using scratch = new Scratch(target)
    const name = scratch.name()
    const bytes = unified(name)
    const server = createServer((request, response) => {
      const { port } = server.address() as AddressInfo
      response.setHeader('LXD-Image-Hash', sha256(bytes))
      response.setHeader('LXD-Image-URL', `http://127.0.0.1:${port}/image.tar`)
      response.end(request.url === '/image.tar' ? bytes : undefined)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    scratch.undo(async () => void server.close().closeAllConnections())
    const { port } = server.address() as AddressInfo
    const image = await scratch.lxd.images.createFromUrl({
      url: `http://127.0.0.1:${port}/`,
      aliases: [{ name }],
      properties: { color: 'blue' },
    })
    scratch.undo(() => image.delete())
    expect(image).toMatchObject({ fingerprint: sha256(bytes), aliases: [{ name }] })
    expect(image.properties).toMatchObject({ color: 'blue' })
  })
}
