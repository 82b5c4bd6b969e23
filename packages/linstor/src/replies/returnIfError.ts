import type { ApiCallResponse } from './ApiCallResponse.js'
import { allApiResponsesNoError } from './allApiResponsesNoError.js'

/** All outcomes when one of them is an error, else `undefined`. */
export const returnIfError = (replies: ApiCallResponse[]): ApiCallResponse[] | undefined =>
  allApiResponsesNoError(replies) ? undefined : replies
