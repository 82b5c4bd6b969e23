import type { ApiCallResponse } from './ApiCallResponse.js'
import { allApiResponsesSuccess } from './allApiResponsesSuccess.js'

/** All outcomes when one of them is no success, else `undefined`. */
export const returnIfFailure = (replies: ApiCallResponse[]): ApiCallResponse[] | undefined =>
  allApiResponsesSuccess(replies) ? undefined : replies
