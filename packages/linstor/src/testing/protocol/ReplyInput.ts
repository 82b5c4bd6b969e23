/** One outcome, as it is written in the fake. */
export interface ReplyInput {
  /** Return code: severity, operation, object and number, for example `MASK_CRT | MASK_NODE | CREATED`. */
  retCode: bigint
  /** What happened. */
  message: string
  /** The objects it is about, in the order in which they are sent. @default none */
  objRefs?: Readonly<Record<string, string>> | undefined
  /** Why. */
  cause?: string | undefined
  /** What to do about it. */
  correction?: string | undefined
  /** Further text. */
  details?: string | undefined
  /** Ids of error reports; the field exists from API version 3 on. */
  errorReportIds?: readonly string[] | undefined
}
