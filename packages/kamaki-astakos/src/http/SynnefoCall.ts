import type { HttpCallOptions } from '@x/core-errors'
import type { HttpAnswer, HttpCall } from '@x/core-errors/http'
import type { output, ZodMiniType } from 'zod/mini'
import type { SynnefoApiError, SynnefoApiErrorDetails } from '../errors/SynnefoApiError.js'
import type { ServiceName } from '../session/services.js'
import type { PathPart } from './encodePath.js'
import type { Query } from './encodeQuery.js'

/** The methods that the services of Synnefo know. */
export type HttpMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'COPY' | 'MOVE'

/** One request to a service of the cloud, without its address and credentials: the session adds both. */
export interface SynnefoRequest
  extends HttpCallOptions,
    Pick<HttpCall<unknown>, 'retry' | 'shouldRetry' | 'defaultFetch'> {
  /** Names the call in errors and events: `createServer`. */
  operation: string
  /** Which service is asked; its address comes from the catalog or from the session's `endpoints`. */
  service: ServiceName
  method: HttpMethod
  /** Parts of the path below the service's address, not encoded yet. */
  path: readonly PathPart[]
  /** Query parameters, not encoded yet. */
  query?: Query | undefined
  /** Sent as JSON, also when it is `null` or `false`; a `bigint` keeps all its digits. */
  json?: unknown
  /**
   * Sent as it is, with the `content-type` that `headers` give. A function makes it afresh for every attempt; a bare
   * stream limits the call to one attempt.
   */
  body?: BodyInit | (() => BodyInit) | undefined
  /** The statuses that mean success. Every other one is thrown as `SynnefoApiError`. @default all of 200 to 299 */
  success?: readonly number[] | undefined
  /** Makes the error of an answer that is no success, of a class of its own. @default `new SynnefoApiError(details)` */
  toError?: ((details: SynnefoApiErrorDetails) => SynnefoApiError) | undefined
  /** Whether sending it twice changes no more than sending it once. Only then is it retried. */
  idempotent: boolean
  /** Secrets that the request carries; hidden in its errors. */
  secrets?: readonly string[] | undefined
}

/** A request together with the way its answer is read. */
export interface SynnefoCall<T> extends SynnefoRequest {
  /** Reads a successful answer, under the time bound of the attempt. `answer.stream()` outlives it. */
  read: (answer: HttpAnswer) => T | Promise<T>
}

/** A request whose answer is JSON of a known shape. */
export interface JsonRequest<S extends ZodMiniType> extends SynnefoRequest {
  schema: S
  /** The body that a 304 stands for, where that is a success: nothing changed since the time that was asked about. */
  unchanged?: output<S> | undefined
}
