/** A query argument of an operation. */
export interface QueryArgument {
  name: string
  /** @default 'string' */
  type?: 'bool' | 'int'
  required?: true
  /** Unknown to LXD 5.0. */
  since?: 'latest'
}

/** One operation of the REST API. */
export interface OperationRow {
  /** As upstream names it: `storage_pools_get`. */
  id: string
  /** The name of our action. */
  name: string
  method: 'DELETE' | 'GET' | 'HEAD' | 'PATCH' | 'POST' | 'PUT'
  path: string
  recursion?: 1
  /** Answered to callers without a trusted certificate too. */
  public?: true
  query?: QueryArgument[]
  /** Type of the JSON body. */
  body?: string
  /** Our name of a body field whose own name is taken by an argument of the path or query. */
  bodyNames?: Record<string, string>
  /** Binary alternative to the JSON body, and the headers that describe it, by the names that we give them. */
  raw?: { name: string; headers: Record<string, string> }
  /**
   * What it answers: `change` (nothing, or an operation on newer servers), `operation`, `stream`, `text`, `head`,
   * `websocket`, `upgrade`, or the type of the metadata.
   */
  result: string
  since?: 'latest'
  until?: '5.0'
  asyncSince?: 'latest'
  /** The check that runs before it: in `src/dangers`, by hand. */
  danger?: string
  extension?: string
}

/** One field of a type, when it is more than the name of its type. */
export interface FieldDetails {
  type: string
  /** A pointer on the server: `null` when empty. */
  nullable?: true
  /** Left out when empty. */
  omitempty?: true
  readOnly?: true
  extension?: string
  since?: 'latest'
}

/** A structure that the server sends or takes, or a name for a plain string or number. */
export interface TypeRow {
  is?: 'string' | 'int'
  fields?: Record<string, string | FieldDetails>
  extension?: string
  since?: 'latest'
}

/** `packages/lxd/spec/rest-api.json`: the one source of everything generated for `@x/lxd`. */
export interface Table {
  operations: OperationRow[]
  types: Record<string, TypeRow>
  extensions: { name: string; since?: 'latest'; until?: '5.0' }[]
}
