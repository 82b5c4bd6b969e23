import type { HttpCallOptions } from '../CallOptions.js'
import type { ClientError } from '../errors/ClientError.js'
import type { RetryOptions } from '../retry/RetryOptions.js'
import type { HttpAnswer } from './HttpAnswer.js'

/** Where in a call an attempt stands. */
export interface HttpAttempt {
  /** Number of the attempt, 1 for the first. */
  attempt: number
  /** Whether the server refused the credentials of the attempt before with a 401, so that new ones are needed. */
  reauthorize: boolean
  /** Ends with the attempt's time bound and the caller's abort. */
  signal: AbortSignal
}

/** One call of an HTTP API: what to send, and how to read what comes back. */
export interface HttpCall<T> extends HttpCallOptions {
  /** Names the call in errors and events: `volumeSnapshot`. */
  operation: string
  /** The HTTP method, `COPY` and `MOVE` included. */
  method: string
  /** The whole URL, path segments and query already encoded. */
  url: string | URL
  /** The body, or a function that makes it afresh for every attempt. A bare stream limits the call to one attempt. */
  body?: BodyInit | null | (() => BodyInit | null) | undefined
  /** Whether the call changes nothing when it is sent twice. Decides what may be retried. */
  idempotent: boolean
  /**
   * Headers that hold credentials; asked before each attempt, and once more after a 401. `undefined` then lets the 401
   * stand.
   */
  authorize?: ((attempt: HttpAttempt) => Credentials | Promise<Credentials>) | undefined
  /**
   * Whether `authorize` has the credentials confirmed after a 401, so that the same ones are worth another try.
   * @default false
   */
  confirmsCredentials?: boolean | undefined
  /** Sends in place of `globalThis.fetch`. A `fetch` that was given to the client wins. */
  defaultFetch?: typeof globalThis.fetch | undefined
  /** Replaces the client's retry options for this call. */
  retry?: RetryOptions | false | undefined
  /** Replaces the rule what may be retried. The default: what is `retryable`. */
  shouldRetry?: ((error: ClientError, attempt: number) => boolean) | undefined
  /** Turns the answer into the result, or throws an error of the family. Runs under the attempt's time bound. */
  read: (answer: HttpAnswer) => T | Promise<T>
}

/** Header names and values. */
export type HeaderMap = Readonly<Record<string, string>>

/** What `authorize` answers. */
export type Credentials = HeaderMap | undefined
