import type { LxdImage } from '../images/LxdImage.js'
import type { PublishParameters } from '../images/publishInstance.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdCollection } from '../objects/LxdCollection.js'
import type { LxdUpdatable } from '../objects/LxdUpdatable.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { InstanceSnapshot } from '../schemas/InstanceSnapshot.js'
import type { InstanceSnapshotPut } from '../schemas/InstanceSnapshotPut.js'
import type { CopyInstanceSettings } from './copyInstance.js'
import type { LxdInstance } from './LxdInstance.js'

/** What can be done with a snapshot of an instance. `expires_at` can be set. */
export interface LxdInstanceSnapshotMethods extends LxdUpdatable<InstanceSnapshotPut> {
  /** @throws {LxdApiError} `isLxdConflict` when the name is taken. */
  rename(name: string, options?: LxdWaitOptions): Promise<void>
  /** Makes the instance what it was when the snapshot was taken; with its memory, if the snapshot has that. */
  restore(options?: LxdWaitOptions): Promise<void>
  /** Makes an instance of it, with the configuration, devices and profiles of then. */
  copy(name: string, settings?: CopyInstanceSettings, options?: LxdWaitOptions): Promise<LxdInstance>
  /** Makes an image of it. See `publishInstance`. */
  publish(parameters?: PublishParameters, options?: LxdWaitOptions): Promise<LxdImage>
  delete(options?: LxdWaitOptions): Promise<void>
}

/** A snapshot of an instance. `name` is its own, without the instance's. */
export type LxdInstanceSnapshot = InstanceSnapshot & LxdInstanceSnapshotMethods

/** How a snapshot is taken. */
export interface CreateInstanceSnapshotParameters {
  /** @default `snap0`, `snap1`…: the first that is free */
  name?: string | undefined
  /** When the server deletes it, RFC 3339. @default the instance's `snapshots.expiry`, or never */
  expiresAt?: string | Date | undefined
  /** Whether to keep the memory too. Needs CRIU for containers. @default false */
  stateful?: boolean | undefined
}

/** The snapshots of an instance. */
export interface LxdInstanceSnapshots extends LxdCollection<LxdInstanceSnapshot> {
  /**
   * Takes a snapshot and reads it; several, asked for at the same time, one after the other.
   *
   * @throws {LxdOperationError} when the name is taken.
   */
  create(parameters?: CreateInstanceSnapshotParameters, options?: LxdWaitOptions): Promise<LxdInstanceSnapshot>
  get(name: string, options?: LxdCallOptions): Promise<LxdInstanceSnapshot>
}
