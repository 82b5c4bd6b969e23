/** How far a transfer is. All figures are bytes, except where they say otherwise. */
export interface TransferProgress {
  /**
   * What is going on: `hashing` the source, `sending` blocks, `committing` the object; `comparing` what is there already,
   * `receiving` blocks; `done`.
   */
  readonly phase: 'hashing' | 'sending' | 'committing' | 'comparing' | 'receiving' | 'done'
  /** Size of the whole; `undefined` for a stream that has not ended. */
  readonly total: number | undefined
  /** Read and hashed so far: of the source, or of the file that a download goes on with. */
  readonly hashed: number
  /** Sent or received so far. */
  readonly transferred: number
  /** Known to be there already, so that they needn't be transferred. */
  readonly skipped: number
}
