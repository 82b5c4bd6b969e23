import type { ApiCallResponse } from '../replies/ApiCallResponse.js'

/** The list that was asked for. */
export interface ListResult<List> {
  readonly kind: 'list'
  readonly list: List
}

/** An outcome in place of the list or beside it, for example of a satellite that could not be asked. */
export interface ReplyResult {
  readonly kind: 'reply'
  readonly reply: ApiCallResponse
}

/** One answer to a call that asks for a list. `kind` tells which; {@link expectList} takes the list out of all of them. */
export type ListAnswer<List> = ListResult<List> | ReplyResult
