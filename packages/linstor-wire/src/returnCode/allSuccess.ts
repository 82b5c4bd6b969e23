import { isSuccess } from './isSuccess.js'
import type { Reply } from './Reply.js'

/**
 * Tells whether every reply is a success; a warning or information among them makes it false, no reply at all true.
 * Calls that had nothing to do answer with a warning: {@link noErrors} is what most callers want.
 */
export const allSuccess = (replies: readonly Reply[]): boolean => replies.every(isSuccess)
