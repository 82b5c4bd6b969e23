import type { FakeSocket } from '../protocol/FakeCall.js'
import { upgrades } from './upgrades.js'

/** The answer that lets a connection leave HTTP; `run` has its WebSocket from then on. */
export function upgradeAnswer(run: (socket: FakeSocket) => void): Response {
  // A Response can't have the status 101.
  const answer = new Response(null, { status: 204 })
  upgrades.set(answer, run)
  return answer
}
