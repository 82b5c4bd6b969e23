import { ConfigurationError, isTimeoutError } from '@x/core-errors'
import { expect, test } from 'vitest'
import { isLxdApiError, isLxdOperationError, isLxdOperationLostError, type LxdProgress } from '../../src/index.js'
import { Scratch } from './Scratch.js'
import type { Target } from './Target.js'

/** Operations: waiting, progress, giving up. */
export function operationSuite(target: Target): void {
  // Something that takes as long as it is told to, and can be ended.
  const sleeping = async (scratch: Scratch, seconds: number) => {
    const instanceName = await scratch.instance()
    await scratch.setState(instanceName, 'start')
    const command = ['sleep', String(seconds)]
    return () => scratch.lxd.instanceExecPost({ instanceName, command, 'wait-for-websocket': false })
  }

  test('an operation is waited for with one request', async () => {
    await using scratch = new Scratch(target)
    const volumeName = await scratch.volume()
    const requests: string[] = []
    await using lxd = target.connect({ hooks: { onRequest: ({ operation }) => requests.push(operation) } })
    const { operation } = await lxd.storagePoolVolumesTypeSnapshotsPost({
      poolName: target.dirPool,
      type: 'custom',
      volumeName,
      name: 's1',
    })
    if (operation === undefined) throw new Error('there is no operation')
    expect(await lxd.waitForOperation(operation)).toMatchObject({
      id: operation.id,
      status: 'Success',
      status_code: 200,
    })
    expect(requests).toEqual(['storagePoolVolumesTypeSnapshotsPost', 'operationWaitGet'])
    const { operation: other } = await lxd.storagePoolVolumesTypeSnapshotsPost({
      poolName: target.dirPool,
      type: 'custom',
      volumeName,
      name: 's2',
    })
    expect(await lxd.operations.wait(other?.id ?? '')).toMatchObject({ id: other?.id, status: 'Success' })
  })

  test('what ends before it is asked about is not lost, even when the server has forgotten it', async () => {
    await using scratch = new Scratch(target)
    const volumeName = await scratch.volume()
    const { lxd } = scratch
    const place = { poolName: target.dirPool, type: 'custom', volumeName }
    let id = ''
    const { operation } = await lxd.runOperation(async () => {
      const change = await lxd.storagePoolVolumesTypeSnapshotsPost({ ...place, name: 's1' })
      id = change.operation?.id ?? ''
      await forgotten(scratch, id)
      return change
    })
    expect(operation).toMatchObject({ id, status: 'Success' })

    const { operation: late } = await lxd.storagePoolVolumesTypeSnapshotsPost({ ...place, name: 's2' })
    if (late === undefined) throw new Error('there is no operation')
    await forgotten(scratch, late.id)
    const lost = await lxd.waitForOperation(late).catch((error: unknown) => error)
    expect(isLxdOperationLostError(lost) && lost.operationId).toBe(late.id)
  })

  test('progress is told until the end', async () => {
    await using scratch = new Scratch(target)
    const told: LxdProgress[] = []
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.get('custom', await scratch.volume())
    await volume.snapshots.create({}, { onProgress: (progress) => told.push(progress) })
    expect(told.map(({ operation }) => operation.status).at(-1)).toBe('Success')
    expect(new Set(told.map(({ operation }) => operation.id)).size).toBe(1)
  })

  test('what a progress function throws ends the wait', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const volume = await volumes.get('custom', await scratch.volume())
    const oops = new Error('oops')
    const onProgress = () => {
      throw oops
    }
    await expect(volume.snapshots.create({ name: 's1' }, { onProgress })).rejects.toBe(oops)
  })

  test('an operation that fails says so, with what the server told', async () => {
    await using scratch = new Scratch(target)
    const volumeName = await scratch.volume()
    const copy = () =>
      scratch.lxd.runOperation(() =>
        scratch.lxd.storagePoolVolumesTypePost({
          poolName: target.dirPool,
          type: 'custom',
          name: scratch.volumeName(),
          source: { type: 'copy', name: `${volumeName}-bogus`, pool: target.dirPool },
        }),
      )
    const error = await copy().catch((error: unknown) => error)
    if (!isLxdOperationError(error)) throw error
    expect(error).toMatchObject({ code: 'failure', kind: 'api', retryable: false })
    expect(error.result).toMatchObject({ status: 'Failure', status_code: 400, err: error.description })
    expect(error.message).toContain(error.description)
  })

  test('a wait ends at its bound, and the operation goes on', async () => {
    await using scratch = new Scratch(target)
    const start = await sleeping(scratch, 60)
    const before = Date.now()
    const error = await scratch.lxd.runOperation(start, { waitTimeoutMs: 200 }).catch((error: unknown) => error)
    expect(isTimeoutError(error) && error.timeoutMs).toBe(200)
    expect(Date.now() - before).toBeLessThan(2_000)
    const { running = [] } = await scratch.lxd.operationsGet()
    expect(running.length).toBeGreaterThan(0)
  })

  test('a wait ends at once when it is aborted, with the reason given', async () => {
    await using scratch = new Scratch(target)
    const start = await sleeping(scratch, 60)
    const controller = new AbortController()
    const reason = new Error('enough')
    const wait = scratch.lxd.runOperation(
      async () => {
        const change = await start()
        setTimeout(() => controller.abort(reason), 20)
        return change
      },
      { signal: controller.signal },
    )
    await expect(wait).rejects.toBe(reason)
    const aborted = AbortSignal.abort(reason)
    await expect(scratch.lxd.runOperation(start, { signal: aborted })).rejects.toBe(reason)
  })

  test('an operation that can not be canceled says so', async () => {
    await using scratch = new Scratch(target)
    const { operation } = await (await sleeping(scratch, 60))()
    const refusal = await scratch.refusal(() => scratch.lxd.operationDelete({ id: operation?.id ?? '' }))
    expect(refusal).toEqual({ status: 400, text: "This operation can't be cancelled" })
  })

  test('an operation that holds a token is not waited for; canceled, it is over', async () => {
    await using scratch = new Scratch(target)
    const { lxd } = scratch
    const [image] = await lxd.imagesGetRecursion1()
    const { operation } = await lxd.imagesSecretPost({ fingerprint: image?.fingerprint ?? '' })
    if (operation === undefined) throw new Error('there is no operation')
    expect(operation.class).toBe('token')
    await expect(lxd.waitForOperation(operation)).rejects.toThrow(ConfigurationError)
    const over = lxd.operationWaitGet({ id: operation.id, timeout: -1 })
    await lxd.operationDelete({ id: operation.id })
    expect(await over).toMatchObject({ status: 'Cancelled', status_code: 401 })
  })

  test('many waits share one stream of events', async () => {
    await using scratch = new Scratch(target)
    const { volumes } = await scratch.lxd.storagePools.get(target.dirPool)
    const names = await Promise.all(Array.from({ length: 5 }, () => scratch.volume()))
    const paths: string[] = []
    await using lxd = target.connect({ hooks: { onRequest: ({ operation }) => paths.push(operation) } })
    await Promise.all(
      names.map((volumeName) =>
        lxd.runOperation(() =>
          lxd.storagePoolVolumesTypeSnapshotsPost({ poolName: target.dirPool, type: 'custom', volumeName, name: 's1' }),
        ),
      ),
    )
    expect(paths.filter((operation) => operation === 'eventsGet')).toHaveLength(1)
    for (const name of names) expect(await (await volumes.get('custom', name)).snapshots.exists('s1')).toBe(true)
  })

  test('operations are listed by their status', async () => {
    await using scratch = new Scratch(target)
    const { operation } = await (await sleeping(scratch, 60))()
    const path = `/1.0/operations/${operation?.id}`
    expect((await scratch.lxd.operationsGet())['running']).toContain(path)
    const objects = (await scratch.lxd.operationsGetRecursion1())['running']
    expect(objects?.find(({ id }) => id === operation?.id)).toMatchObject({ class: 'task', status: 'Running' })
    expect(await scratch.lxd.operationWaitGet({ id: operation?.id ?? '', timeout: 0 })).toMatchObject({
      status: 'Running',
    })
  })

  test('an operation that does not exist is not found', async () => {
    await using scratch = new Scratch(target)
    const id = crypto.randomUUID()
    expect(await scratch.refusal(() => scratch.lxd.operationGet({ id }))).toEqual({
      status: 404,
      text: 'Operation not found',
    })
  })
}

// Servers forget an operation 5 s after its end.
async function forgotten(scratch: Scratch, id: string): Promise<void> {
  for (;;) {
    try {
      await scratch.lxd.operationGet({ id })
    } catch (error) {
      if (isLxdApiError(error) && error.status === 404) return
      throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
