import { type Reply, retCodeOf } from './Reply.js'
import { severityOf } from './severityOf.js'

/** Tells whether a reply is information only. A warning or an error is none. */
export const isInfo = (reply: Reply): boolean => severityOf(retCodeOf(reply)) === 'info'
