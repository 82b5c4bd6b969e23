import { noErrors } from '@x/linstor-wire'
import type { ApiCallResponse } from './ApiCallResponse.js'

/** Tells whether no outcome is an error; true when there is none. */
export const allApiResponsesNoError = (replies: readonly ApiCallResponse[]): boolean => noErrors(replies)
