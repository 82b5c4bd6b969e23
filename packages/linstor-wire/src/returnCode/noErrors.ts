import { isError } from './isError.js'
import type { Reply } from './Reply.js'

/** Tells whether no reply is an error; true when there is no reply at all. */
export const noErrors = (replies: readonly Reply[]): boolean => !replies.some((reply) => isError(reply))
