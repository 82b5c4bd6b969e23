import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdUpdatable } from '../objects/LxdUpdatable.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { StorageVolumeSnapshot } from '../schemas/StorageVolumeSnapshot.js'
import type { StorageVolumeSnapshotPut } from '../schemas/StorageVolumeSnapshotPut.js'

/** What can be done with a snapshot of a volume. `description` and `expires_at` can be set. */
export interface LxdVolumeSnapshotMethods extends LxdUpdatable<StorageVolumeSnapshotPut> {
  /** @throws {LxdOperationError} when the name is taken. */
  rename(name: string, options?: LxdWaitOptions): Promise<void>
  /** Makes the volume what it was when the snapshot was taken. */
  restore(options?: LxdWaitOptions): Promise<void>
  delete(options?: LxdWaitOptions): Promise<void>
}

/** A snapshot of a volume. `name` is its own, without the volume's, in lists too. */
export type LxdVolumeSnapshot = StorageVolumeSnapshot & LxdVolumeSnapshotMethods

/** How a snapshot is taken. */
export interface CreateVolumeSnapshotParameters {
  /** @default `snap0`, `snap1`…: the first that is free */
  name?: string | undefined
  /** When the server deletes it, RFC 3339. @default the volume's `snapshots.expiry`, or never */
  expiresAt?: string | Date | undefined
  /** Set right after the snapshot was taken: LXD 5.0 ignores it when it is sent along. */
  description?: string | undefined
}

/** The snapshots of a volume. */
export interface LxdVolumeSnapshots {
  /** Every snapshot, with one request. Empty when the volume does not exist: LXD 5.0 does not tell. */
  all(options?: LxdCallOptions): Promise<LxdVolumeSnapshot[]>
  /** @throws {LxdApiError} `isLxdNotFound` when there is none of that name. */
  get(name: string, options?: LxdCallOptions): Promise<LxdVolumeSnapshot>
  /** Tells whether it exists. */
  exists(name: string, options?: LxdCallOptions): Promise<boolean>
  /** Takes a snapshot and reads it. @throws {LxdApiError} `isLxdConflict` when the name is taken. */
  create(parameters?: CreateVolumeSnapshotParameters, options?: LxdWaitOptions): Promise<LxdVolumeSnapshot>
}
