import type { InstanceConsole } from '../instances/InstanceConsole.js'
import type { FakeVolume } from './FakeVolume.js'

/** A container. */
export interface FakeInstance {
  project: string
  name: string
  description: string
  config: Record<string, string>
  devices: Record<string, Record<string, string>>
  profiles: string[]
  ephemeral: boolean
  status: 'Running' | 'Stopped' | 'Frozen'
  readonly createdAt: string
  lastUsedAt: string
  /** Of its first process, when it runs. */
  pid: number
  /** Pool of its root. */
  pool: string
  /** Its root. */
  readonly volume: FakeVolume
  snapshots: FakeInstanceSnapshot[]
  metadata: FakeMetadata
  /** Its templates by name. */
  readonly templates: Map<string, Uint8Array<ArrayBuffer>>
  /** Its log files by name. */
  readonly logs: Map<string, Uint8Array<ArrayBuffer>>
  readonly console: InstanceConsole
  /** Ends everything that runs in it. */
  readonly processes: Set<() => void>
}

/** A snapshot of a container. */
export interface FakeInstanceSnapshot {
  name: string
  config: Record<string, string>
  devices: Record<string, Record<string, string>>
  profiles: string[]
  readonly createdAt: string
  expiresAt: string | undefined
}

/** What an instance knows of its image. */
export interface FakeMetadata {
  architecture: string
  /** Seconds since 1970. */
  creation_date: number
  /** Seconds since 1970; 0 for never. */
  expiry_date: number
  properties: Record<string, string> | null
  templates: Record<string, unknown> | null
}
