import { connectSockets } from '../operations/connectSockets.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { waitForOperation } from '../operations/waitForOperation.js'
import type { LxdWebSocket } from '../websocket/LxdWebSocket.js'
import type { Migration } from './Migration.js'
import { offered } from './offered.js'
import { socketSecrets } from './socketSecrets.js'
import { withdrawOffer } from './withdrawOffer.js'

/** Sends something from one server to another through this program, which connects to both. */
export async function relayMigration(migration: Migration, wait: LxdWaitOptions): Promise<void> {
  const { operation, source, target } = migration
  const leaving = await offered(migration.leave(), operation)
  const arriving = await offered(migration.arrive('push'), operation).catch(async (error) => {
    await withdrawOffer(source, leaving)
    throw error
  })
  const stop = new AbortController()
  const signal = wait.signal === undefined ? stop.signal : AbortSignal.any([wait.signal, stop.signal])
  const sockets: LxdWebSocket[] = []
  try {
    const senders = await connectSockets(source, leaving.id, socketSecrets(leaving), { ...wait, signal })
    sockets.push(...Object.values(senders))
    const receivers = await connectSockets(target, arriving.id, socketSecrets(arriving), { ...wait, signal })
    sockets.push(...Object.values(receivers))
    for (const [name, sender] of Object.entries(senders)) {
      const receiver = receivers[name]
      if (receiver === undefined) continue
      void pass(sender, receiver)
      void pass(receiver, sender)
    }
    await Promise.all([
      waitForOperation(target, arriving, { ...wait, signal }),
      waitForOperation(source, leaving, { ...wait, onProgress: undefined, signal }),
    ])
  } catch (error) {
    stop.abort()
    await Promise.all([withdrawOffer(source, leaving), withdrawOffer(target, arriving)])
    throw error
  } finally {
    await Promise.all(sockets.map((socket) => socket.close()))
  }
}

// One message is on its way at a time: a slow receiver slows the sender. How it went is told by the operations.
async function pass(from: LxdWebSocket, to: LxdWebSocket): Promise<void> {
  try {
    for await (const message of from) await to.send(message)
  } catch {
    // One of the two has gone; the other need not wait for it.
  }
  await to.close()
}
