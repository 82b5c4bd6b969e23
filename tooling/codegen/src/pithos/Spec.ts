/**
 * Where a parameter goes: `query:limit:count`, `flag:shared`, `header:X-Object-Bytes:number`, `metadata:x-object-meta-`,
 * `unset:x-object-meta-`, `groups`, `group`, `ungroup`, `sharing`, `rights`, `body`, `body:json`.
 * What is missing goes nowhere.
 */
export type Placement = string

/** One parameter: its TypeScript type, what it means, and where it goes. */
export type ParameterSpec = [type: string, doc: string, placement?: Placement]

/** A call that a hand-written file makes; the table only knows its signature. */
export interface HandSpec {
  /** Type of the parameters; `undefined` for `<Call>Parameters` of the call's own module. */
  parameters?: string
  /** Whether they may be left out. */
  optional?: boolean
  /** @default 'HttpCallOptions' */
  options?: string
  returns: string
  /** Whether it answers a listing at once rather than a promise. */
  sync?: boolean
  /** Type parameters with their bounds. */
  generic?: string
  /** Several signatures in place of one, each after the call's name. */
  overloads?: string[]
}

/** One call of the API. */
export interface CallSpec {
  doc: string
  /** `HEAD container` */
  request?: string
  /** Names of the table's parameters, `?` at the end makes one optional; `name: other` takes another entry's meaning. */
  params?: string[]
  /** Always sent; `null` sends a key without a value. */
  query?: Record<string, string | null>
  /** Always sent. */
  headers?: Record<string, string>
  success?: number[]
  /** Function of `src/internal` or `src/info` that reads the answer. @default 'readAnswer' */
  read?: string
  /** Type of what it answers. @default 'Answer' */
  returns?: string
  /** What the result is, for people. */
  result?: string
  /** Whether sending it twice changes no more than sending it once. @default true for GET and HEAD */
  idempotent?: boolean
  /** Whether the body of the answer must come as it is stored. */
  wire?: boolean
  hand?: HandSpec
}

/** The table of a service. */
export interface Spec {
  /** Module below `src/` of each type and each function that calls name. */
  modules: Record<string, string>
  parameters: Record<string, ParameterSpec>
  calls: Record<string, CallSpec>
}
