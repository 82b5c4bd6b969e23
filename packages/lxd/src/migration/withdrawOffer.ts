import { operationWebsocketGet } from '../actions/operationWebsocketGet.js'
import type { LxdClient } from '../LxdClient.js'
import type { Operation } from '../schemas/Operation.js'
import { socketSecrets } from './socketSecrets.js'

/**
 * Ends the operation of a migration that nobody will connect to. It can't be canceled and would wait for ever; it ends
 * when what connects to it goes away.
 */
export async function withdrawOffer(server: LxdClient, offer: Operation): Promise<void> {
  for (const secret of Object.values(socketSecrets(offer))) {
    // It may be over by now, which is what is wanted.
    await operationWebsocketGet(server, { id: offer.id, secret }).then(
      (socket) => socket.close(),
      () => {},
    )
  }
}
