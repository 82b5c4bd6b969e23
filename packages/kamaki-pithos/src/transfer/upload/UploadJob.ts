import type { PithosClient } from '../../createPithosClient.js'
import type { BlockHasher } from '../../hashing/BlockHasher.js'
import type { BlockInfo } from '../../hashing/Hashmap.js'
import type { ContainerTarget, ObjectTarget } from '../../internal/Target.js'
import type { Progress } from '../createProgress.js'
import type { Workers } from '../createWorkers.js'
import type { ResolvedTransfer } from '../resolveTransfer.js'

/** What all steps of one upload share. */
export interface UploadJob {
  readonly client: PithosClient
  /** Where the object goes. */
  readonly target: ObjectTarget
  /** Where its blocks go. */
  readonly blockTarget: ContainerTarget
  readonly info: BlockInfo
  readonly hasher: BlockHasher
  readonly options: ResolvedTransfer
  readonly progress: Progress
  readonly workers: Workers
  /** Of the object's own `PUT`: type, encoding, disposition, sharing, publication, metadata, conditions. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Whether the `PUT` has conditions. */
  readonly isConditional: boolean
}
