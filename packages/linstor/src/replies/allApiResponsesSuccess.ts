import { allSuccess } from '@x/linstor-wire'
import type { ApiCallResponse } from './ApiCallResponse.js'

/**
 * Tells whether every outcome is a success; true when there is none. A call that had nothing to do answers with a
 * warning, which is no success: {@link allApiResponsesNoError} is what most callers want.
 */
export const allApiResponsesSuccess = (replies: readonly ApiCallResponse[]): boolean => allSuccess(replies)
