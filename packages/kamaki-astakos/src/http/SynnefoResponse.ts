/** An answer as it came, for the calls that interpret nothing. */
export interface SynnefoResponse {
  readonly status: number
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** The body as JSON, whole numbers beyond 2^53 as `bigint`; `undefined` when it is none. */
  readonly json: unknown
}
