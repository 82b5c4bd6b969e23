/** A request as a reference client sent it. */
export interface RecordedRequest {
  method: string
  /** Without the query. */
  path: string
  /** Decoded pairs, `null` for a key that was sent without `=`. */
  query: [string, string | null][]
  /** By lower-case name. */
  headers: Record<string, string>
  json?: unknown
  /** Fields of a web form. */
  form?: [string, string][]
}

/** The canned answer to it. */
export interface RecordedResponse {
  status: number
  headers?: Record<string, string>
  /** A text is sent as it is, anything else as JSON; `null` is an empty body. */
  body?: unknown
}

/** One request and its answer. */
export interface RecordedExchange {
  request: RecordedRequest
  response: RecordedResponse
}

/** What a call of the reference client threw. */
export interface RecordedError {
  class: string
  status?: number
  message?: string
  details?: unknown
  /** Raised by the client itself; only the kind is recorded. */
  local?: boolean
  kind?: string
  [more: string]: unknown
}

/** One call of the reference client. */
export interface RecordedStep {
  method: string
  args: Record<string, unknown>
  returns?: unknown
  returnsResponseHeaders?: Record<string, string>
  throws?: RecordedError
}

/** Calls on one instance of a reference client, and what went over the wire. */
export interface RecordedCase {
  id: string
  /** Class of the client. */
  client: string
  /** Address that it was made with, with `{base}` in place of the server's. */
  endpoint: string
  token: string
  exchanges: RecordedExchange[]
  steps: RecordedStep[]
  /** What of the reference's behavior is a bug. */
  quirk?: unknown
  /** Pauses between polls, in seconds. */
  sleepsSeconds?: number[]
}
