import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { StorageVolumesPost } from '../schemas/StorageVolumesPost.js'
import type { LxdStorageVolume } from './LxdStorageVolume.js'

/** Where volumes are looked for, besides their pool. */
export interface VolumeScope {
  /** @default the client's */
  project?: string | undefined
  /** Cluster member, for pools that differ by member. @default the client's */
  target?: string | undefined
}

/** Which volumes to list. */
export interface VolumeSelection extends VolumeScope {
  /** `custom`, `container`, `virtual-machine` or `image`. @default all */
  type?: string | undefined
  /** The server's own filter, see `escapeFilter`: `name eq db-.*`. */
  filter?: string | undefined
  /** Whether to list the volumes of every project; not together with `project`. @default false */
  allProjects?: boolean | undefined
}

/** A volume to be. */
export interface CreateVolumeDefinition extends Omit<StorageVolumesPost, 'restore'> {
  name: string
  /** `filesystem`, `block` or, where the server has `custom_volume_iso`, `iso`. @default filesystem */
  content_type?: string | undefined
}

/** How a volume is imported. */
export interface ImportVolumeParameters extends VolumeScope {
  /** Name of the new volume. */
  name: string
  /** `iso` and `tar` need the extensions `custom_volume_iso` and `import_custom_volume_tar`. @default backup */
  rawType?: 'backup' | 'iso' | 'tar' | undefined
  /** SHA-256 in hexadecimal digits. When the bytes turn out to be others the upload is broken off. */
  sha256?: string | undefined
}

/** The volumes of a storage pool. Only those of type `custom` can be created and changed here. */
export interface LxdStorageVolumes {
  /** Every volume, with one request; without snapshots, which are `volume.snapshots`. */
  all(selection?: VolumeSelection, options?: LxdCallOptions): Promise<LxdStorageVolume[]>
  /** @throws {LxdApiError} `isLxdNotFound` when there is none of that name. */
  get(type: string, name: string, scope?: VolumeScope & LxdCallOptions): Promise<LxdStorageVolume>
  /** Tells whether it exists. */
  exists(type: string, name: string, scope?: VolumeScope & LxdCallOptions): Promise<boolean>
  /**
   * Creates a custom volume and reads it.
   *
   * @throws {LxdApiError} `isLxdConflict` when it exists; 500 for bad options on LXD 5.0.
   * @throws {LxdOperationError} when a copy fails.
   * @throws {ConfigurationError} for a copy without the name or pool of its source: the server would make an empty volume.
   */
  create(definition: CreateVolumeDefinition, scope?: VolumeScope & LxdWaitOptions): Promise<LxdStorageVolume>
  /**
   * Creates a custom volume from an exported backup, with its snapshots.
   *
   * @returns The volume, and the SHA-256 of what was sent.
   * @throws {LxdOperationError} when a volume of that name exists.
   */
  import(
    body: LxdUploadBody,
    parameters: ImportVolumeParameters,
    options?: LxdWaitOptions,
  ): Promise<{ volume: LxdStorageVolume; sha256: string }>
}
