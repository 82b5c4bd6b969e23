import { expectTypeOf, test } from 'vitest'
import {
  storagePoolGet,
  storagePoolPut,
  storagePoolsGet,
  type storagePoolVolumeTypePost,
} from '../src/actions/index.js'
import {
  createLxdClient,
  type Lxd,
  type LxdChange,
  type LxdClient,
  type LxdDownload,
  type LxdEvent,
  type LxdStoragePool,
  type LxdWebSocket,
} from '../src/index.js'
import type { EventLifecycle, Operation, StoragePool, StorageVolume } from '../src/schemas/index.js'

declare const lxd: Lxd
declare const pool: LxdStoragePool
declare const event: LxdEvent

test('a client is what actions take first, the full client too', () => {
  expectTypeOf(createLxdClient).returns.toEqualTypeOf<LxdClient>()
  expectTypeOf(storagePoolsGet).parameter(0).toEqualTypeOf<LxdClient>()
  expectTypeOf(lxd).toExtend<LxdClient>()
})

test('names of paths are needed, arguments of the query are not', () => {
  expectTypeOf(storagePoolGet)
    .parameter(1)
    .toEqualTypeOf<{ poolName: string; project?: string | undefined; target?: string | undefined }>()
  expectTypeOf(storagePoolsGet).parameter(1).toEqualTypeOf<{ project?: string | undefined } | undefined>()
})

test('actions answer what the server sends, without the envelope', () => {
  expectTypeOf(storagePoolGet).returns.resolves.toEqualTypeOf<StoragePool>()
  expectTypeOf(storagePoolPut).returns.resolves.toEqualTypeOf<LxdChange>()
  expectTypeOf(lxd.storagePoolVolumesTypeBackupExportGet).returns.resolves.toEqualTypeOf<LxdDownload>()
  expectTypeOf(lxd.eventsGet).returns.resolves.toEqualTypeOf<LxdWebSocket>()
  expectTypeOf(lxd.operationsGetRecursion1).returns.resolves.toEqualTypeOf<Record<string, Operation[]>>()
})

test('a body field whose name is taken has another', () => {
  type Parameters = NonNullable<globalThis.Parameters<typeof storagePoolVolumeTypePost>[1]>
  expectTypeOf<Parameters>().toHaveProperty('newProject')
  expectTypeOf<Parameters['target']>().toEqualTypeOf<string | undefined>()
})

test('what was read can be sent back', () => {
  const volume = {} as StorageVolume
  expectTypeOf({ ...volume, poolName: 'p', volumeName: 'v' }).toExtend<Parameters<Lxd['storagePoolVolumeTypePut']>[0]>()
})

test('an object is its data', () => {
  expectTypeOf(pool).toExtend<StoragePool>()
  expectTypeOf(pool.config).toEqualTypeOf<Record<string, string>>()
  expectTypeOf(pool.etag).toEqualTypeOf<string | undefined>()
})

test('the type of an event tells what it holds', () => {
  if (event.type === 'lifecycle') expectTypeOf(event.metadata).toEqualTypeOf<EventLifecycle>()
  if (event.type === 'operation') expectTypeOf(event.metadata).toEqualTypeOf<Operation>()
  if (event.type === 'gap') expectTypeOf(event.missed).toEqualTypeOf<number | undefined>()
})

test('numbers of bytes may need more than 53 bits', () => {
  expectTypeOf<NonNullable<Awaited<ReturnType<Lxd['storagePoolResources']>>['space']>['total']>().toEqualTypeOf<
    number | bigint
  >()
})
