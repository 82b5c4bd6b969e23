import { isConnectionError } from '@x/core-errors'
import { describe, expect, test } from 'vitest'
import { isLxdDangerError, isLxdPreconditionFailed } from '../../src/index.js'
import { profileSuite } from '../suites/profiles.js'
import { projectSuite } from '../suites/projects.js'
import { Scratch } from '../suites/Scratch.js'
import { realTarget, skipReason } from './realTarget.js'

describe.skipIf(skipReason !== undefined)(`projects, profiles and the server on ${realTarget.name}`, () => {
  projectSuite(realTarget)
  profileSuite(realTarget)

  test('the server tells what it is, and its configuration is changed key by key', async () => {
    await using scratch = new Scratch(realTarget)
    const { lxd } = scratch
    const server = await lxd.server.get()
    expect(server).toMatchObject({ api_version: '1.0', auth: 'trusted', environment: { server: 'lxd' } })
    expect(await lxd.trusted()).toBe(true)
    const key = `user.${scratch.name()}`
    scratch.undo(() => lxd.serverPatch({ config: { [key]: '' } }))
    await server.patch({ config: { [key]: '1' } })
    expect(server.config).toMatchObject({ [key]: '1' })
    const other = await lxd.server.get()
    await other.patch({ config: { [key]: '2' } })
    server.config[key] = '3'
    expect(isLxdPreconditionFailed(await server.save().catch((error: unknown) => error))).toBe(true)
    await server.save({ onConflict: 'merge' })
    expect(server.config[key]).toBe('3')
  })

  test('every list of LXD 5.0 that needs no name can be read', async () => {
    await using scratch = new Scratch(realTarget)
    const { lxd } = scratch
    expect(await lxd.apiGet()).toEqual(['/1.0'])
    expect((await lxd.serverGetUntrusted()).auth).toBe('trusted')
    expect((await lxd.resourcesGet()).cpu.architecture).not.toBe('')
    expect(await lxd.metricsGet()).toContain('# EOF')
    for (const list of [
      lxd.certificatesGetRecursion1(),
      lxd.imagesGetRecursion1(),
      lxd.imagesGetRecursion1Untrusted(),
      lxd.imagesAliasesGetRecursion1(),
      lxd.instancesGetRecursion1(),
      lxd.instancesGetRecursion2(),
      lxd.networkAclsGetRecursion1(),
      lxd.networkZonesGetRecursion1(),
      lxd.networksGetRecursion1(),
      lxd.profilesGetRecursion1(),
      lxd.projectsGetRecursion1(),
      lxd.storagePoolsGetRecursion1(),
      lxd.warningsGetRecursion1(),
    ]) {
      expect(await list).toBeInstanceOf(Array)
    }
  })

  test('a request that crashes the server is refused; by force it is a lost connection, and not sent again', async () => {
    await using scratch = new Scratch(realTarget)
    let requests = 0
    await using lxd = realTarget.connect({ hooks: { onRequest: () => requests++ } })
    const refused = await lxd.imagesPost({ public: true }).catch((error: unknown) => error)
    expect([isLxdDangerError(refused), requests]).toEqual([true, 0])
    const error = await lxd.imagesPost({}, { force: true }).catch((error: unknown) => error)
    expect(isConnectionError(error) && [error.mayHaveBeenSent, error.retryable]).toEqual([true, false])
    expect(requests).toBe(1)
    expect((await scratch.lxd.server.get()).api_version).toBe('1.0')
  })

  test('an image and a certificate have nothing that could be renamed', async () => {
    await using scratch = new Scratch(realTarget)
    const { fingerprint } = await scratch.lxd.images.getByAlias(realTarget.image)
    for (const path of [`/1.0/images/${fingerprint}`, `/1.0/certificates/${fingerprint}`]) {
      expect(await scratch.raw('POST', path, '{"name":"x"}')).toEqual({ status: 501, text: 'not implemented' })
    }
  })

  test('a warning is read and acknowledged', async () => {
    await using scratch = new Scratch(realTarget)
    const [warning] = await scratch.lxd.warnings.all()
    if (warning === undefined) return
    const before = warning.status
    scratch.undo(() => warning.patch({ status: before }))
    await warning.acknowledge()
    expect(warning.status).toBe('acknowledged')
    expect(await scratch.lxd.warnings.exists(warning.uuid)).toBe(true)
  })

  test('operations are found by their id and by their path', async () => {
    await using scratch = new Scratch(realTarget)
    const { lxd } = scratch
    const [image] = await lxd.imagesGetRecursion1()
    const { operation } = await lxd.imagesSecretPost({ fingerprint: image?.fingerprint ?? '' })
    const { id = '' } = operation ?? {}
    expect((await lxd.operations.all()).map((one) => one.id)).toContain(id)
    expect(await lxd.operations.get(`/1.0/operations/${id}?project=default`)).toMatchObject({ id, class: 'token' })
    await lxd.operations.cancel(id)
    expect(await lxd.operations.exists(crypto.randomUUID())).toBe(false)
  })
})
