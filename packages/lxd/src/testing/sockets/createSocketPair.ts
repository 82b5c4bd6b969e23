import { ConnectionError } from '@x/core-errors'
import type { LxdWebSocket, LxdWebSocketEnd } from '../../websocket/LxdWebSocket.js'
import type { FakeSocket } from '../protocol/FakeCall.js'
import { MessageQueue } from './MessageQueue.js'

type Message = string | Uint8Array<ArrayBuffer>

/** The two ends of a WebSocket without a network. */
export function createSocketPair(): { client: LxdWebSocket; server: FakeSocket } {
  const toClient = new MessageQueue<Message>()
  const toServer = new MessageQueue<Message>()
  const { promise: closed, resolve } = Promise.withResolvers<LxdWebSocketEnd>()
  let open = true
  const end = (how: LxdWebSocketEnd) => {
    open = false
    toClient.end()
    toServer.end()
    resolve(how)
  }
  const close = async (code = 1000, reason = '') => end({ code, reason })
  const messages = toClient[Symbol.asyncIterator]()
  return {
    client: {
      closed,
      async send(message) {
        if (!open) throw new ConnectionError('the WebSocket is closed', { attempts: 1, retryable: false })
        toServer.push(copyOf(message))
      },
      close,
      setKeepAlive: () => {},
      // Leaving a loop keeps the connection open, as it does over a network.
      [Symbol.asyncIterator]: () => ({ next: () => messages.next() }),
      [Symbol.asyncDispose]: () => close(),
    },
    server: {
      closed,
      send: async (message) => toClient.push(copyOf(message)),
      drop: () => end({ code: 1006, reason: '' }),
      [Symbol.asyncIterator]: () => toServer[Symbol.asyncIterator](),
    },
  }
}

// What is sent may be overwritten by its owner afterwards.
const copyOf = (message: string | Uint8Array): Message =>
  typeof message === 'string' ? message : new Uint8Array(message)
