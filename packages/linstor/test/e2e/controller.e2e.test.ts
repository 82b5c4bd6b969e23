import { describe, expect, test } from 'vitest'
import { allApiResponsesNoError, connectLinstor, expectSuccess } from '../../src/index.js'

const uri = process.env['LINSTOR_URI'] ?? ''

// A real controller, for those who have one: everything that is created is removed again.
describe.skipIf(uri === '')('a real controller (LINSTOR_URI)', () => {
  test('says who it is, and answers pings and lists', async () => {
    await using linstor = await connectLinstor(uri)
    expect(linstor.controllerInfo()?.program).toBe('LINSTOR')
    expect(await linstor.ping()).toBeGreaterThan(0)
    expect((await linstor.nodeListRaise()).nodes).toBeInstanceOf(Array)
    expect((await linstor.controllerProps()).map(({ kind }) => kind)).toEqual(['list'])
    expect(await linstor.errorReportList()).toBeInstanceOf(Array)
  })

  test('creates, changes and removes definitions', async () => {
    await using linstor = await connectLinstor(uri)
    const name = `e2e-${Date.now().toString(36)}`
    expectSuccess(await linstor.resourceDfnCreate({ name }))
    try {
      expectSuccess(await linstor.volumeDfnCreate({ rscName: name, size: 10_240, volumeNr: 0 }))
      expectSuccess(await linstor.resourceDfnModify({ name, propertyDict: { 'Aux/made-by': 'end-to-end test' } }))
      const properties = await linstor.resourceDfnPropsList({ rscName: name.toUpperCase(), filterByNamespace: 'Aux/' })
      expect(properties).toEqual({ 'Aux/made-by': 'end-to-end test' })
      expect(allApiResponsesNoError(await linstor.resourceDfnCreate({ name }))).toBe(false)
    } finally {
      expectSuccess(await linstor.resourceDfnDelete({ name }))
    }
  })

  test('keeps a watch and takes it back', async () => {
    await using linstor = await connectLinstor(uri)
    await using watch = linstor.watchEvents({ resourceName: 'absent' })
    expectSuccess(await watch.ready)
  })
})
