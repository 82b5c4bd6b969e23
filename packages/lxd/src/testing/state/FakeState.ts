import type { Clock } from '@x/core-errors'
import type { EventHub } from '../events/EventHub.js'
import type { OperationTable } from '../operations/OperationTable.js'
import type { FakeImage } from './FakeImage.js'
import type { FakeInstance } from './FakeInstance.js'
import type { FakePool } from './FakePool.js'
import type { FakeProfile } from './FakeProfile.js'
import type { FakeProgram } from './FakeProgram.js'
import type { FakeProject } from './FakeProject.js'
import type { FakeWarning } from './FakeWarning.js'

/** Everything the fake knows. */
export interface FakeState {
  readonly clock: Clock
  readonly events: EventHub
  readonly operations: OperationTable
  readonly extensions: readonly string[]
  /** Where a real server would keep its files; stands in paths and texts. */
  readonly stateDirectory: string
  /** The server's certificate. Empty when it has none. */
  readonly certificate: string
  /** What instances run. */
  readonly exec: FakeProgram
  config: Record<string, string>
  projects: FakeProject[]
  profiles: FakeProfile[]
  pools: FakePool[]
  instances: FakeInstance[]
  images: FakeImage[]
  warnings: FakeWarning[]
  /** Folders of volumes whose records were lost with their project. */
  readonly orphans: Set<string>
}
