/** What every JSON answer of the server is wrapped in. */
export interface Envelope {
  /** `error` never gets here: it is thrown. */
  readonly type: 'sync' | 'async'
  readonly metadata: unknown
}
