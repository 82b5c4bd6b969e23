import { randomHex } from '../protocol/randomHex.js'
import { discard } from '../sockets/discard.js'
import type { FakeState } from '../state/FakeState.js'
import type { FoundVolume } from './findVolume.js'

/**
 * Offers a volume to another server: an operation with two sockets. The fake speaks no migration protocol, so it ends
 * when the sockets that were opened are closed, as a failure.
 */
export function offerMigration(state: FakeState, { pool, volume }: FoundVolume): Response {
  const metadata = { control: randomHex(32), fs: randomHex(32) }
  const waiting = new Set<string>(Object.values(metadata))
  const operation = state.operations.prepare({
    class: 'websocket',
    description: 'Migrating storage volume',
    project: volume.project,
    resources: { storage_volumes: [`/1.0/storage_volumes/${pool.name}/volumes/custom/${volume.name}`] },
    metadata,
    connect: (secret) => {
      if (!waiting.delete(secret)) return undefined
      return (socket) => {
        void discard(socket)
        void socket.closed.then(() => operation.end('Failure', 'websocket: close 1000 (normal)'))
      }
    },
  })
  return state.operations.answerWith(operation)
}
