import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdDownload } from '../LxdDownload.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { StoragePoolVolumeBackup } from '../schemas/StoragePoolVolumeBackup.js'

/** An exported backup: its bytes as they arrive, and their checksum when they have arrived. */
export interface VolumeExport extends LxdDownload {
  /** SHA-256 in hexadecimal digits; settles when the body has been read to its end. */
  readonly sha256: Promise<string>
}

/** What can be done with a backup of a volume. */
export interface LxdVolumeBackupMethods {
  /** Downloads it. @throws {ProtocolError} from the stream when it ends before its announced length. */
  export(options?: LxdCallOptions): Promise<VolumeExport>
  rename(name: string, options?: LxdWaitOptions): Promise<void>
  delete(options?: LxdWaitOptions): Promise<void>
}

/** A backup of a volume. */
export type LxdVolumeBackup = StoragePoolVolumeBackup & LxdVolumeBackupMethods

/** How a backup is made. */
export interface CreateVolumeBackupParameters {
  /** @default `backup0`, `backup1`…: the first that is free */
  name?: string | undefined
  /** When the server deletes it, RFC 3339. @default never */
  expiresAt?: string | Date | undefined
  /** Whether to leave the snapshots out. @default false */
  volumeOnly?: boolean | undefined
  /** Whether to use the driver's own format, which only pools of the same driver can import. @default false */
  optimizedStorage?: boolean | undefined
  /** `none`, `gzip`, `zstd`, `squashfs`… @default the server's `backups.compression_algorithm` */
  compressionAlgorithm?: string | undefined
}

/** The backups of a volume, kept on the server until they expire or are deleted. */
export interface LxdVolumeBackups {
  /** Every backup, with one request. */
  all(options?: LxdCallOptions): Promise<LxdVolumeBackup[]>
  /** @throws {LxdApiError} `isLxdNotFound` when there is none of that name. */
  get(name: string, options?: LxdCallOptions): Promise<LxdVolumeBackup>
  /** Tells whether it exists. */
  exists(name: string, options?: LxdCallOptions): Promise<boolean>
  /** Makes a backup and reads it. @throws {LxdOperationError} when the name is taken. */
  create(parameters?: CreateVolumeBackupParameters, options?: LxdWaitOptions): Promise<LxdVolumeBackup>
}
