import { type Reply, retCodeOf } from './Reply.js'
import { severityOf } from './severityOf.js'

/** Tells whether a reply is a success: neither error nor warning nor information. */
export const isSuccess = (reply: Reply): boolean => severityOf(retCodeOf(reply)) === 'success'
