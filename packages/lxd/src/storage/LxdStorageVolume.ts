import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { MigrationMode } from '../migration/MigrationMode.js'
import type { LxdUpdatable } from '../objects/LxdUpdatable.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { StorageVolume } from '../schemas/StorageVolume.js'
import type { StorageVolumePut } from '../schemas/StorageVolumePut.js'
import type { StorageVolumeState } from '../schemas/StorageVolumeState.js'
import type { LxdStoragePool } from './LxdStoragePool.js'
import type { LxdVolumeBackups } from './LxdVolumeBackups.js'
import type { LxdVolumeSnapshots } from './LxdVolumeSnapshots.js'

/** How a volume is renamed or moved. */
export interface RenameVolumeOptions extends LxdWaitOptions {
  /** Name of another pool of the server, or a pool of any server, to move the volume to. @default its own */
  pool?: string | LxdStoragePool | undefined
  /** Another project to move the volume to, on the same server. @default its own */
  newProject?: string | undefined
  /** Between servers: who connects to whom. @default pull */
  mode?: MigrationMode | undefined
}

/** How a volume is copied. Left out, `config` and `description` are those of the source. */
export interface CopyVolumeOptions extends LxdWaitOptions {
  /** Name of another pool of the server, or a pool of any server. @default its own */
  pool?: string | LxdStoragePool | undefined
  /** The project of the copy, on the same server. @default its own */
  newProject?: string | undefined
  config?: Record<string, string> | undefined
  description?: string | undefined
  /** Whether to leave the snapshots out. @default false */
  volumeOnly?: boolean | undefined
  /** Whether to bring an existing copy up to date. Without it an existing volume is a conflict. @default false */
  refresh?: boolean | undefined
  /** Between servers: who connects to whom. @default pull */
  mode?: MigrationMode | undefined
}

/** What can be done with a volume. */
export interface LxdStorageVolumeMethods extends LxdUpdatable<StorageVolumePut> {
  /** Name of the pool that holds it; follows a move. */
  readonly poolName: string
  readonly snapshots: LxdVolumeSnapshots
  readonly backups: LxdVolumeBackups
  readonly state: {
    /** What it uses, in bytes; `undefined` where the driver can't tell. Either number may be missing. */
    get(options?: LxdCallOptions): Promise<StorageVolumeState | undefined>
  }
  /**
   * Gives it another name, and another pool, project or server if asked to. The object then is the volume at its new place.
   *
   * @throws {LxdApiError} `isLxdConflict` when the name is taken, also by the volume itself.
   */
  rename(name: string, options?: RenameVolumeOptions): Promise<void>
  /** Copies it, with its snapshots. @throws {LxdOperationError} when the copying fails. */
  copy(name: string, options?: CopyVolumeOptions): Promise<LxdStorageVolume>
  /** Makes the volume what it was when a snapshot was taken. Configuration and description stay. */
  restoreFrom(snapshotName: string, options?: LxdWaitOptions): Promise<void>
  /** Deletes it, with its snapshots and backups. @throws {LxdApiError} 400 while an instance or profile uses it. */
  delete(options?: LxdWaitOptions): Promise<void>
}

/** A storage volume: what the server says about it, and what can be done with it. `config` and `description` can be set. */
export type LxdStorageVolume = StorageVolume & LxdStorageVolumeMethods
