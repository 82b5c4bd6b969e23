/** One envelope of an answer that refuses: `{"<name>": {"code", "message", "details"}}`. */
export interface SynnefoFault {
  /** The server's name of the fault: `itemNotFound`, `overLimit`, `badRequest`. */
  readonly name: string
  /** The server's explanation; may be empty. */
  readonly message: string
  /** The status that the envelope itself names. */
  readonly code: number | undefined
  /** What else the server said, flattened to a list. */
  readonly details: readonly string[]
  /** Commissions only: the provision that failed. */
  readonly data?: unknown
}
