import type { FakeSocket } from '../protocol/FakeCall.js'

/** Reads a socket that has nothing to say: reading is what notices that the other side is gone. */
export async function discard(socket: FakeSocket): Promise<void> {
  for await (const _ of socket);
}
