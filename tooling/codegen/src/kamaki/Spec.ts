/**
 * A value of a request's body or query: a literal, an object (`[$parameter]` as a key stands for the parameter's value),
 * `$parameter`, or `$parameter|<how>`: `given` sends it only when it is not empty, `text` sends an empty text in place of
 * nothing, `or:<TypeScript>` sends that in place of nothing, `list` joins an array with commas, `flag` writes a boolean as
 * `True` or `False`, `whole` sends a positive whole number given as number or text. What is not optional must be given,
 * except with `maybe`: the service says what is wrong then.
 */
export type Template = string | number | boolean | null | Template[] | { [key: string]: Template }

/** One parameter: its TypeScript type, what it means, and the texts it is limited to. */
export type ParameterSpec = [type: string, doc: string, oneOf?: string[]]

/** What a call gives back: `key` is the member of the body that holds it. */
export interface ReturnsSpec {
  /** Name of a module in `src/schemas`. */
  schema?: string
  /** In place of `schema`: a TypeScript type and the zod expression that checks it. */
  type?: string
  zod?: string
  key?: string
  /** Whether `key` holds an array. */
  list?: boolean
  /** Schema of the items when `detail` is not asked for. */
  brief?: string
  /** Schemas that `zod` names. */
  uses?: string[]
  doc?: string
}

/** A call that a hand-written file makes; the table only knows its signature. */
export interface HandSpec {
  /** `undefined` for a call without parameters. */
  parameters?: string
  optional?: boolean
  /** Whether parameters and result depend on `detail`, like those of a call with `brief`. */
  generic?: boolean
  options?: string
  returns: string
  /** Module, from `src/`, of each type that the signature names and that is not found by convention. */
  imports?: Record<string, string>
}

/** One call of the API. */
export interface CallSpec {
  /** `<table>.<call>`, or a call of the same table: what is not said here is as it is there. */
  like?: string
  /** Parameters of that call that this one does not have. */
  without?: string[]
  doc: string
  notes?: string
  /** In place of the table's. */
  service?: string
  /** In place of what the method says: reads may be repeated, everything else not. */
  idempotent?: boolean
  /** Parameters that hold secrets. */
  secrets?: string[]
  /** `POST /servers/{serverId}/action`; `[/detail|/{serverId}]` and `[/{key}]` are optional parts. */
  request?: string
  /** Appends `/detail` when the parameter `detail` is true. */
  detail?: boolean
  /** A `?` at the end of a name makes it optional. */
  params?: Record<string, ParameterSpec>
  query?: Record<string, Template>
  body?: Template
  success?: number[]
  /** The body that a 304 stands for. */
  unchanged?: Template
  returns?: ReturnsSpec
  /** Gives back the answer as it is. */
  raw?: boolean
  deprecated?: string
  hand?: HandSpec
}

/** One table: the calls of one service. */
export interface Spec {
  package: string
  /** Folder below `src/actions`; empty for the folder itself. */
  folder: string
  /** Service of the session. */
  service: string
  /** Name of the interface of the full client. */
  interface: string
  /** Interfaces that it extends, each with its module below `src`. */
  extends?: Record<string, string>
  doc: string
  /** Cited in every doc comment. */
  see: string
  /** Type of the bare client. */
  client: string
  calls: Record<string, CallSpec>
}
