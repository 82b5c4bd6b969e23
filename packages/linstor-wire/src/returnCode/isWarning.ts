import { type Reply, retCodeOf } from './Reply.js'
import { severityOf } from './severityOf.js'

/** Tells whether a reply is a warning. An error is none. */
export const isWarning = (reply: Reply): boolean => severityOf(retCodeOf(reply)) === 'warning'
