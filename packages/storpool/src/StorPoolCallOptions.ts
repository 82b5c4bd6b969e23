import type { HttpCallOptions, RetryOptions } from '@x/core-errors'
import type { Issue } from './reader/Issue.js'

/** Options that every call takes. */
export interface StorPoolCallOptions extends HttpCallOptions {
  /** Sends the call on to another cluster of this name. */
  clusterName?: string | undefined
  /** Whether a call that can goes to all clusters, in place of the client's `multiCluster`. */
  multiCluster?: boolean | undefined
  /**
   * What happens when an answer does not fit its documented types. `lenient`: the answer is returned as it came and what
   * does not fit is listed by `issuesOf`. `strict`: the call throws a `StorPoolReplyError`.
   *
   * @default the client's `validation`
   */
  validation?: 'lenient' | 'strict' | undefined
  /** Told what does not fit in a lenient answer, before the call returns. Not called when everything fits. */
  onIssues?: ((issues: readonly Issue[]) => void) | undefined
  /** Replaces the client's retry options. `false` for a single attempt. */
  retry?: RetryOptions | false | undefined
  /** In place of the client's `retryLostPosts`. */
  retryLostPosts?: boolean | undefined
}

/** Options of a call whose answer is returned without looking at its types. */
export interface RawCallOptions extends Omit<StorPoolCallOptions, 'validation' | 'onIssues'> {
  /** Returns the answer's `data` as it was parsed: nothing checked, converted or filled in. Integers past 2^53 are `bigint`. */
  validation: 'raw'
}

/** Options of a call, whichever way its answer is validated. */
export type AnyCallOptions = StorPoolCallOptions | RawCallOptions

/** What a call returns: the documented type, or with `validation: 'raw'` nothing that is known. */
export type Reply<T, O> = O extends RawCallOptions ? unknown : T
