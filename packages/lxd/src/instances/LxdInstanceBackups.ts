import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdDownload } from '../LxdDownload.js'
import type { LxdCollection } from '../objects/LxdCollection.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { InstanceBackup } from '../schemas/InstanceBackup.js'

/** An exported backup: its bytes as they arrive, and their checksum when they have arrived. */
export interface InstanceExport extends LxdDownload {
  /** SHA-256 in hexadecimal digits; settles when the body has been read to its end. */
  readonly sha256: Promise<string>
}

/** What can be done with a backup of an instance. */
export interface LxdInstanceBackupMethods {
  /** Downloads it. @throws {ProtocolError} from the stream when it ends before its announced length. */
  export(options?: LxdCallOptions): Promise<InstanceExport>
  rename(name: string, options?: LxdWaitOptions): Promise<void>
  delete(options?: LxdWaitOptions): Promise<void>
}

/** A backup of an instance. */
export type LxdInstanceBackup = InstanceBackup & LxdInstanceBackupMethods

/** How a backup is made. */
export interface CreateInstanceBackupParameters {
  /** @default `backup0`, `backup1`…: the first that is free */
  name?: string | undefined
  /** When the server deletes it, RFC 3339. @default never */
  expiresAt?: string | Date | undefined
  /** Whether to leave the snapshots out. @default false */
  instanceOnly?: boolean | undefined
  /** Whether to use the driver's own format, which only pools of the same driver can import. @default false */
  optimizedStorage?: boolean | undefined
  /** `none`, `gzip`, `zstd`, `squashfs`… @default the server's `backups.compression_algorithm` */
  compressionAlgorithm?: string | undefined
}

/** The backups of an instance, kept on the server until they expire or are deleted. */
export interface LxdInstanceBackups extends LxdCollection<LxdInstanceBackup> {
  /** Makes a backup and reads it. @throws {LxdOperationError} when the name is taken. */
  create(parameters?: CreateInstanceBackupParameters, options?: LxdWaitOptions): Promise<LxdInstanceBackup>
}
