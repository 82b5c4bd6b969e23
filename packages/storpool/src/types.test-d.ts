import { expectTypeOf, test } from 'vitest'
import type {
  DiskSummary,
  RemoteBridgeAddParameters,
  StorPool,
  UpDiskSummary,
  VolumeSummary,
  VolumesReassignWaitParameters,
} from './index.js'
import { isUpDisk } from './isUpDisk.js'
import type { ISCSIConfigCommand } from './schemas/ISCSIConfigCommand.js'

declare const storpool: StorPool
type Entry = VolumesReassignWaitParameters['reassign'][number]

test('answers have their types unless they are raw', () => {
  expectTypeOf(storpool.volumesList()).resolves.toEqualTypeOf<VolumeSummary[]>()
  expectTypeOf(storpool.volumesList({ validation: 'strict' })).resolves.toEqualTypeOf<VolumeSummary[]>()
  expectTypeOf(storpool.volumesList({ validation: 'raw' })).resolves.toEqualTypeOf<unknown>()
  expectTypeOf<VolumeSummary['visibleVolumeId']>().toEqualTypeOf<bigint>()
})

test('a volume or a snapshot is attached, never both', () => {
  expectTypeOf<{ volume: string; rw: number[] }>().toExtend<Entry>()
  expectTypeOf<{ snapshot: string; ro: number[] }>().toExtend<Entry>()
  expectTypeOf<{ volume: string; snapshot: string }>().not.toExtend<Entry>()
  expectTypeOf<{ snapshot: string; rw: number[] }>().not.toExtend<Entry>()
  expectTypeOf<{ rw: number[] }>().not.toExtend<Entry>()
})

test('a bridge is added to a location or to a cluster', () => {
  type Bridge = { ip: string; publicKey: string }
  expectTypeOf<Bridge & { location: string }>().toExtend<RemoteBridgeAddParameters>()
  expectTypeOf<Bridge & { remote: string }>().toExtend<RemoteBridgeAddParameters>()
  expectTypeOf<Bridge & { location: string; remote: string }>().not.toExtend<RemoteBridgeAddParameters>()
})

test('an iSCSI command has one member', () => {
  expectTypeOf<{ deleteTarget: { volumeName: string } }>().toExtend<ISCSIConfigCommand>()
  type Two = { deleteTarget: { volumeName: string }; createTarget: { volumeName: string } }
  expectTypeOf<Two>().not.toExtend<ISCSIConfigCommand>()
})

test('a disk that is up is told by a question', () => {
  const disk = {} as DiskSummary
  if (isUpDisk(disk)) expectTypeOf(disk).toEqualTypeOf<UpDiskSummary>()
})

test('removed calls are there to be explained, not to be made', () => {
  expectTypeOf<StorPool['diskInfo']>().toEqualTypeOf<undefined>()
})
