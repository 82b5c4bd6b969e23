import type { FakeSocket } from '../protocol/FakeCall.js'

/** What is done with the connections that these answers let leave HTTP. */
export const upgrades = new WeakMap<Response, (socket: FakeSocket) => void>()
