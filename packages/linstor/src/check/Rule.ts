/** Where a value stands, and how strictly it is looked at. */
export interface RuleContext {
  /** Name of the action. */
  readonly operation: string
  /** Where the value stands in the parameters, for example `rscs[1].nodeName`. */
  readonly path: string
  /** Whether the limits of the server count, too, and not only what can be encoded. */
  readonly limits: boolean
}

/** Looks at one value. @throws {ConfigurationError} when it can't be sent. */
export type Rule = (value: unknown, context: RuleContext) => void
