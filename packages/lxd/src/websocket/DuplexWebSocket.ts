import type { Duplex } from 'node:stream'
import { ConnectionError, ProtocolError } from '@x/core-errors'
import { encodeFrame } from './encodeFrame.js'
import { type Frame, FrameDecoder } from './FrameDecoder.js'
import type { LxdWebSocket, LxdWebSocketEnd } from './LxdWebSocket.js'

const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const
const goodbyeMs = 1_000

/** How to speak WebSocket over a connection whose handshake is done. */
export interface DuplexWebSocketOptions {
  /** Names the connection in errors. */
  operation: string
  requestId?: string | undefined
  /** Upper bound of one message, in bytes. */
  maxMessageBytes: number
  /** Which end this is: clients mask what they send, servers don't. @default client */
  role?: 'client' | 'server' | undefined
}

/** A WebSocket over a connection whose handshake is done. Reads only as fast as it is read. */
export class DuplexWebSocket implements LxdWebSocket {
  readonly closed: Promise<LxdWebSocketEnd>
  readonly #socket: Duplex
  readonly #options: DuplexWebSocketOptions
  readonly #messages: AsyncGenerator<string | Uint8Array<ArrayBuffer>, void>
  #end: LxdWebSocketEnd = { code: 1006, reason: '' }
  #closing = false
  #answersPings = true

  constructor(socket: Duplex, options: DuplexWebSocketOptions) {
    this.#socket = socket
    this.#options = options
    this.closed = new Promise((resolve) => {
      // A server may be gone by the time its handshake has been checked.
      if (socket.closed) resolve(this.#end)
      else socket.once('close', () => resolve(this.#end))
    })
    this.#messages = this.#read()
  }

  [Symbol.asyncIterator](): AsyncIterator<string | Uint8Array<ArrayBuffer>> {
    return { next: () => this.#messages.next() }
  }

  async send(message: string | Uint8Array): Promise<void> {
    if (this.#closing) throw this.#lost('the WebSocket is closed')
    if (typeof message === 'string') return this.#write(opcodes.text, new TextEncoder().encode(message))
    return this.#write(opcodes.binary, message)
  }

  async close(code = 1000, reason = ''): Promise<void> {
    if (!this.#closing) {
      this.#closing = true
      if (this.#socket.writable) {
        const text = new TextEncoder().encode(reason)
        const payload = new Uint8Array(2 + text.byteLength)
        new DataView(payload.buffer).setUint16(0, code)
        payload.set(text, 2)
        this.#socket.end(this.#encode(opcodes.close, payload))
      }
      const timer = setTimeout(() => this.#socket.destroy(), goodbyeMs)
      this.closed.finally(() => clearTimeout(timer))
      // What still arrives is not wanted, but the server's goodbye is behind it.
      void this.#drain()
    }
    await this.closed
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  setAnswersPings(answers: boolean): void {
    this.#answersPings = answers
  }

  setKeepAlive(keep: boolean): void {
    const socket = this.#socket as Duplex & { ref?: () => void; unref?: () => void }
    if (keep) socket.ref?.()
    else socket.unref?.()
  }

  async #drain(): Promise<void> {
    try {
      for await (const _ of this) if (this.#socket.destroyed) break
    } catch {
      // What is thrown away may be nonsense too.
    } finally {
      this.#socket.destroy()
    }
  }

  async *#read(): AsyncGenerator<string | Uint8Array<ArrayBuffer>, void> {
    const decoder = new FrameDecoder(this.#options.maxMessageBytes, this.#options.role === 'server')
    let parts: Frame[] = []
    try {
      for await (const chunk of this.#socket as AsyncIterable<Uint8Array<ArrayBuffer>>) {
        for (const frame of decoder.push(chunk)) {
          if (frame.opcode >= 8) {
            if (this.#control(frame)) return
            continue
          }
          parts.push(frame)
          if (frame.final) {
            yield this.#message(parts)
            parts = []
          }
        }
      }
    } catch (error) {
      if (error instanceof ProtocolError) {
        throw new ProtocolError(error.message, { ...this.#options })
      }
      // The connection was reset: an end without a close frame, which `closed` tells as 1006.
    } finally {
      this.#socket.destroy()
    }
  }

  // Answers whether the conversation is over.
  #control({ opcode, payload }: Frame): boolean {
    const answers = this.#answersPings && !this.#closing
    if (opcode === opcodes.ping && answers) this.#socket.write(this.#encode(opcodes.pong, payload))
    if (opcode !== opcodes.close) return false
    const hasCode = payload.byteLength >= 2
    this.#end = {
      code: hasCode ? new DataView(payload.buffer, payload.byteOffset).getUint16(0) : 1005,
      reason: new TextDecoder().decode(payload.subarray(2)),
    }
    if (!this.#closing && this.#socket.writable) this.#socket.end(this.#encode(opcodes.close, payload.subarray(0, 2)))
    this.#closing = true
    return true
  }

  #message(parts: readonly Frame[]): string | Uint8Array<ArrayBuffer> {
    const [first] = parts
    const total = parts.reduce((sum, { payload }) => sum + payload.byteLength, 0)
    if (first === undefined || first.opcode === 0) throw new ProtocolError('WebSocket: a continuation of nothing')
    if (total > this.#options.maxMessageBytes) {
      throw new ProtocolError(`WebSocket: a message of ${total} bytes; raise maxMessageBytes if that is expected`)
    }
    let payload = first.payload
    if (parts.length > 1) {
      payload = new Uint8Array(total)
      let offset = 0
      for (const part of parts) {
        payload.set(part.payload, offset)
        offset += part.payload.byteLength
      }
    }
    return first.opcode === opcodes.text ? new TextDecoder().decode(payload) : payload
  }

  #write(opcode: number, payload: Uint8Array): Promise<void> {
    const socket = this.#socket
    return new Promise((resolve, reject) => {
      if (socket.destroyed || !socket.writable) return reject(this.#lost('the connection has ended'))
      const onClose = () => reject(this.#lost('the connection ended while a message was being sent'))
      socket.once('close', onClose)
      socket.write(this.#encode(opcode, payload), (error) => {
        socket.removeListener('close', onClose)
        if (error) reject(this.#lost(error.message))
        else resolve()
      })
    })
  }

  #encode(opcode: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
    return encodeFrame(opcode, payload, this.#options.role !== 'server')
  }

  #lost(text: string): ConnectionError {
    const { operation, requestId } = this.#options
    return new ConnectionError(`${operation}: ${text}`, { operation, requestId, attempts: 1, retryable: false })
  }
}
