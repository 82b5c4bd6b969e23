import type { RecordedBody, RecordedExchange, RecordedSetup } from './Recorded.js'

/** A value in the arguments or the result of a recorded call. */
export type Recorded = unknown

/** What a call of the reference client gave back. */
export interface ReferenceResult {
  returned?: Recorded
  raised?: { type: string; status?: number; message?: string; details?: unknown[] }
  /** Contents of files that were written, by the name of the argument. */
  written?: Record<string, RecordedBody>
}

/** A request as the fixtures describe what was sent. */
export interface ReferenceRequest {
  method: string
  target: string
  /** By lower-case name. */
  headers: Record<string, string>
  body?: RecordedBody | null
}

/** One call of the reference client with its requests. */
export interface ReferenceCall {
  class: string
  method: string
  arguments: Record<string, Recorded>
  account: string
  container: string | null
  token: string
  exchanges: { request: ReferenceRequest; response: RecordedExchange['response'] }[]
  result: ReferenceResult
}

/** A single call with canned answers. */
export interface ReferenceCase {
  id: string
  notes?: string
  client: { class: string; account: string; container: string | null; endpoint: string; token: string }
  call: { method: string; arguments: Record<string, Recorded> }
  exchanges: ReferenceCall['exchanges']
  result: ReferenceResult
}

/** Calls one after the other against one server. */
export interface ReferenceFlow {
  flow: string
  setup: RecordedSetup
  calls: ReferenceCall[]
}
