import type { FakeFile } from './FakeFile.js'

/** A volume, and what belongs to it. */
export interface FakeVolume {
  project: string
  /** `image` is what pools that can clone keep of an image. */
  readonly type: 'custom' | 'container' | 'image'
  readonly contentType: 'filesystem' | 'block'
  name: string
  description: string
  config: Record<string, string>
  snapshots: FakeVolumeSnapshot[]
  backups: FakeVolumeBackup[]
  /** By path, beginning with a slash. */
  files: Map<string, FakeFile>
}

/** A snapshot of a volume. */
export interface FakeVolumeSnapshot {
  name: string
  description: string
  config: Record<string, string>
  expiresAt: string | undefined
  files: Map<string, FakeFile>
}

/** A backup of a volume. */
export interface FakeVolumeBackup {
  name: string
  createdAt: string
  expiresAt: string | undefined
  volumeOnly: boolean
  optimized: boolean
  bytes: Uint8Array<ArrayBuffer>
}
