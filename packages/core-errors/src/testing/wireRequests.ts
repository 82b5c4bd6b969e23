import type { IncomingMessage } from 'node:http'

/** What came over a socket as a `Request`: Node's own object behind it, and whether the body is still there to be read. */
export const wireRequests = new WeakMap<Request, { incoming: IncomingMessage; hasBody: boolean }>()
