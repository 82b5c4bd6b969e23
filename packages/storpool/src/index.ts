export type * from './actions/parameters.js'
export { createStorPool, type StorPool } from './createStorPool.js'
export {
  type CreateStorPoolClientParameters,
  createStorPoolClient,
  type StorPoolClient,
  type StorPoolClientConfig,
} from './createStorPoolClient.js'
export {
  isStorPoolApiError,
  isStorPoolReplyError,
  StorPoolApiError,
  type StorPoolApiErrorDetails,
  StorPoolReplyError,
  type StorPoolReplyErrorDetails,
} from './errors.js'
export { issuesOf } from './issuesOf.js'
export type { Issue } from './reader/Issue.js'
export type { StorPoolActions } from './StorPoolActions.js'
export type { AnyCallOptions, RawCallOptions, Reply, StorPoolCallOptions } from './StorPoolCallOptions.js'
export type * from './schemas/index.js'
