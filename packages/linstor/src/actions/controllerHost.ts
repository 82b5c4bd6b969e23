import type { LinstorClient } from '../client/LinstorClient.js'

/** URI of the controller that the connection goes to: of several, the one that answered. `undefined` without a connection. */
export const controllerHost = (client: LinstorClient): string | undefined => client.transport.peer?.address.uri
