/** A kind of parameter, which many methods share. */
export interface ParameterType {
  /** Its type in TypeScript. */
  ts: string
  /** What it must be: a name in `rules`, or an expression. */
  rule: string
  /** Function that turns it into what the message holds. */
  convert?: string
  doc: string
  /** A value to show it with, and to test it with. */
  example: unknown
}

/** One parameter of a generated method. What it leaves out comes from its type. */
export interface Parameter extends Partial<ParameterType> {
  name: string
  /** Key in the table of types. */
  type: string
  /** Path of the field in the request message; missing for what is not sent. */
  to?: string
  optional?: boolean
  /** Sent when the parameter is left out. */
  default?: unknown
  /** Whether it is properties that go to a satellite. */
  satellite?: boolean
}

/** One method of the client. */
export interface Method {
  name: string
  /** Name in the Python library; `null` where it has none. */
  upstream: string | null
  /** `replies` and `list` are generated, `byHand` is an action in a file of its own, `export` is no call. */
  kind: 'replies' | 'list' | 'byHand' | 'export'
  summary: string
  apiCall?: string
  idempotent?: boolean
  parameters?: Parameter[]
  /** Release from which on the answer waits for the satellites. */
  stagedSince?: string
  /** First release with the call. */
  availableSince?: string
  /** Type of the result of a method by hand. */
  returns?: string
  /** Whether a method by hand can't do without parameters. */
  required?: boolean
  /** Whether a method by hand takes neither parameters nor options. */
  noOptions?: boolean
  /** Parameters to show a method by hand with, and to test it with. */
  example?: Record<string, unknown>
}

/** `packages/linstor/spec/methods.json`. */
export interface MethodsTable {
  types: Record<string, ParameterType>
  methods: Method[]
}
