import type { TransferProgress } from './TransferProgress.js'

/** Keeps the figures of a transfer and tells them. */
export interface Progress {
  /** Adds to the figures, sets phase and total, and tells. */
  readonly add: (change: Partial<TransferProgress>) => void
  readonly current: () => TransferProgress
}

/** Starts counting. */
export function createProgress(
  phase: TransferProgress['phase'],
  total: number | undefined,
  onProgress: ((progress: TransferProgress) => void) | undefined,
): Progress {
  let state: TransferProgress = { phase, total, hashed: 0, transferred: 0, skipped: 0 }
  return {
    current: () => state,
    add: (change) => {
      state = {
        phase: change.phase ?? state.phase,
        total: change.total ?? state.total,
        hashed: state.hashed + (change.hashed ?? 0),
        transferred: state.transferred + (change.transferred ?? 0),
        skipped: state.skipped + (change.skipped ?? 0),
      }
      onProgress?.(state)
    },
  }
}
