import type { PithosClient } from '../../createPithosClient.js'
import type { ResolvedTransfer } from '../resolveTransfer.js'
import type { TransferProgress } from '../TransferProgress.js'
import type { DownloadSource } from './DownloadParameters.js'

/** What all steps of one download share. */
export interface DownloadJob {
  readonly client: PithosClient
  readonly source: DownloadSource
  /** Whether ranges are written one after the other. */
  readonly isJoined: boolean
  readonly options: ResolvedTransfer
  readonly signal: AbortSignal | undefined
  readonly onProgress: ((progress: TransferProgress) => void) | undefined
}
