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
  /** Pool of its root. */
  pool: string
  /** Its root. */
  readonly volume: FakeVolume
  snapshots: FakeInstanceSnapshot[]
  /** Its log files by name. */
  readonly logs: Map<string, Uint8Array<ArrayBuffer>>
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
