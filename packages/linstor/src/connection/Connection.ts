import { type ClientError, Deadline, ProtocolError, TimeoutError } from '@x/core-errors'
import {
  type DecodedFrame,
  decodeFrame,
  encodeCall,
  encodeFrame,
  type Frame,
  FrameDecoder,
  FrameType,
} from '@x/linstor-wire'
import { API_EVENT, API_VERSION } from '@x/linstor-wire/constants'
import { MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'
import type { ControllerAddress } from '../uri/ControllerAddress.js'
import type { CallContext } from './CallContext.js'
import type { CallRequest } from './CallRequest.js'
import { CallTimeouts } from './CallTimeouts.js'
import type { ConnectionOptions } from './ConnectionOptions.js'
import { FrameWriter } from './FrameWriter.js'
import { Handshake } from './Handshake.js'
import type { LinstorDuplex } from './LinstorDuplex.js'
import { Liveness } from './Liveness.js'
import { lossOf } from './lossOf.js'
import { lost } from './lost.js'
import { nonsense } from './nonsense.js'
import { OpenCall } from './OpenCall.js'
import type { Peer } from './Peer.js'
import { WatchRouter } from './WatchRouter.js'
import type { WatchSink } from './WatchSink.js'

const pingFrame = encodeFrame(FrameType.PING)
const pongFrame = encodeFrame(FrameType.PONG)

/**
 * One open connection: the single owner of its socket. Whatever goes wrong with the stream of bytes ends it once, with
 * one cause, which every open call and every watch gets.
 */
export class Connection {
  /** Resolves when the socket is closed. */
  readonly closed: Promise<void>
  /** How many bytes have arrived. */
  receivedBytes = 0
  readonly #address: ControllerAddress
  readonly #duplex: LinstorDuplex
  readonly #options: ConnectionOptions
  readonly #decoder: FrameDecoder
  readonly #writer: FrameWriter
  readonly #liveness: Liveness
  readonly #handshake: Handshake
  readonly #calls = new Map<number, OpenCall>()
  readonly #watches = new WatchRouter()
  readonly #timeouts: CallTimeouts
  #lastCallId = 0
  #held = true
  #reading = true
  readonly #brakes = new Set<object>()
  #failure: ClientError | undefined

  constructor(address: ControllerAddress, duplex: LinstorDuplex, options: ConnectionOptions) {
    this.#address = address
    this.#duplex = duplex
    this.#options = options
    this.#handshake = new Handshake(address)
    this.#decoder = new FrameDecoder({ maxPayloadBytes: options.maxPayloadBytes })
    this.#writer = new FrameWriter(duplex)
    this.#liveness = new Liveness({
      clock: options.clock,
      idleTimeoutMs: options.idleTimeoutMs,
      keepAliveMs: options.keepAliveMs,
      onPing: () => this.#ping(),
      onIdle: () => this.#idle(),
    })
    this.#timeouts = new CallTimeouts(options.clock, () => this.#calls.values())
    this.closed = new Promise((resolve) => {
      duplex.on('close', () => {
        this.fail(lost(this.#address, 'the connection closed'))
        resolve()
      })
      if (duplex.destroyed) resolve()
    })
    duplex.on('data', (chunk) => this.#receive(chunk))
    duplex.on('end', () => this.fail(lost(this.#address, this.#endOfStream())))
    duplex.on('error', (error) => this.fail(lost(this.#address, error.message, error)))
    if (duplex.destroyed) this.fail(lost(this.#address, 'the connection closed'))
    this.ready.then(
      () => this.#update(),
      () => {}, // whoever opens the connection sees it
    )
  }

  /** Resolves when the controller has introduced itself; rejects when it did not. */
  get ready(): Promise<Peer> {
    return this.#handshake.done
  }

  /** Why the connection ended, or `undefined` while it is open. */
  get failure(): ClientError | undefined {
    return this.#failure
  }

  get openCalls(): number {
    return this.#calls.size
  }

  /** Whether bytes are being read; see {@link Connection.stopReading}. */
  get reading(): boolean {
    return this.#reading
  }

  get sentBytes(): number {
    return this.#writer.sentBytes
  }

  /**
   * Makes a call and resolves when it ended; its answers go to `request.onAnswer` meanwhile. The call is registered
   * before it is written. When its time is over or the caller aborts it rejects, and what is answered later is dropped.
   *
   * @param message - The encoded request message; `undefined` for calls without one.
   */
  call(request: CallRequest, context: CallContext, message: Uint8Array | undefined): Promise<void> {
    if (this.#writer.full) return this.#room(request, context).then(() => this.call(request, context, message))
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) throw lossOf(this.#failure, context, request.idempotent, false)
      context.signal?.throwIfAborted()
      const id = ++this.#lastCallId
      const { apiCall: msgContent } = request
      const header = { msgType: MsgHeaderMsgType.API_CALL, apiCallId: BigInt(id), msgContent }
      const bytes = encodeCall(header, message === undefined ? undefined : [message])
      const call = new OpenCall(id, bytes, request, context, { resolve, reject, onEnd: this.#onCallEnd })
      this.#calls.set(id, call)
      this.#timeouts.add(call)
      this.#update()
      this.#writer.push(call)
    })
  }

  readonly #onCallEnd = (id: number): void => {
    this.#calls.delete(id)
    this.#update()
  }

  async #room({ idempotent }: CallRequest, context: CallContext): Promise<void> {
    const { clock } = this.#options
    const timeoutMs = Math.max(0, context.endsAt - clock.elapsed())
    const onTimeout = () => context.timedOut(idempotent)
    using deadline = new Deadline({ timeoutMs, signal: context.signal, clock, onTimeout })
    while (this.#writer.full && this.#failure === undefined) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#writer.wait(resolve)
      await deadline.race(promise).catch((reason: unknown) => {
        this.#writer.leave(resolve)
        throw reason
      })
    }
  }

  /** Resolves when the open call of that id has ended, however; at once when there is none. */
  async ended(requestId: string): Promise<void> {
    const call = [...this.#calls.values()].find(({ context }) => context.isNamed(requestId))
    await call?.ended()
  }

  /** Registers a watch. @returns Its id, see {@link WatchRouter.register}. */
  addWatch(sink: WatchSink, wanted?: number): number {
    const id = this.#watches.register(sink, wanted)
    this.#update()
    return id
  }

  /** Drops the events of a watch from now on. */
  removeWatch(id: number): void {
    this.#watches.unregister(id)
    this.#update()
  }

  /**
   * Stops reading, so that the controller has to wait, as long as no call is open: their answers come the same way.
   *
   * @returns What ends that again.
   */
  stopReading(): () => void {
    const brake = {}
    this.#brakes.add(brake)
    this.#update()
    return () => {
      this.#brakes.delete(brake)
      this.#update()
    }
  }

  /** Ends the connection. Only the first cause counts. */
  fail(cause: ClientError): void {
    if (this.#failure !== undefined) return
    this.#failure = cause
    this.#liveness.stop()
    this.#timeouts.stop()
    this.#writer.close()
    this.#duplex.destroy()
    this.#handshake.fail(cause)
    for (const call of [...this.#calls.values()]) call.lose(cause)
    this.#watches.lose(cause)
  }

  // Keeps the process alive while something is waited for, and only then; reads unless a watch has enough.
  #update(): void {
    if (this.#failure !== undefined) return
    const held = this.#calls.size > 0 || this.#watches.size > 0
    if (held !== this.#held) {
      this.#held = held
      if (held) this.#duplex.ref?.()
      else this.#duplex.unref?.()
    }
    const reading = this.#brakes.size === 0 || this.#calls.size > 0
    if (reading === this.#reading) return
    this.#reading = reading
    if (reading) this.#duplex.resume()
    else this.#duplex.pause()
    this.#liveness.expect(reading)
  }

  #receive(chunk: Uint8Array): void {
    if (this.#failure !== undefined) return
    this.receivedBytes += chunk.length
    this.#liveness.heard()
    try {
      this.#decoder.push(chunk, this.#onFrame)
    } catch (error) {
      this.fail(nonsense(this.#address, error))
    }
  }

  readonly #onFrame = ({ type, payload }: Frame): void => {
    if (this.#failure !== undefined) return
    if (type === FrameType.DATA) {
      const frame = decodeFrame(payload)
      // A controller whose own encoder failed sends an empty frame.
      if (frame === undefined) this.#notice('empty-frame', 'an empty data frame was skipped')
      else if (!this.#handshake.take(frame)) this.#dispatch(frame)
    } else if (type === FrameType.PING) this.#writer.push({ bytes: pongFrame })
    else if (type !== FrameType.PONG) this.#notice('unknown-frame', `a frame of unknown type ${type} was skipped`)
  }

  #dispatch({ header, messages }: DecodedFrame): void {
    const { msgType = MsgHeaderMsgType.ONEWAY, apiCallId, msgContent = '' } = header
    if (msgType === MsgHeaderMsgType.ONEWAY) this.#oneway(msgContent, messages)
    else if (msgType > MsgHeaderMsgType.COMPLETE) {
      this.#notice('unknown-message-type', `a message of unknown type ${msgType} was skipped`)
    } else {
      const id = Number(apiCallId)
      const call = this.#calls.get(id)
      if (call === undefined) this.#unexpected(id, msgType, msgContent)
      else if (msgType === MsgHeaderMsgType.COMPLETE) call.complete()
      // Also of the type of a call: LINSTOR 0.6.0 answers some failed QryMaxVlmSize calls so.
      else call.answer(msgContent, messages, this.#options.maxAnswerBytes)
    }
  }

  // What comes for a call that was given up is expected; what was never asked for is not.
  #unexpected(id: number, msgType: number, content: string): void {
    if (id > 0 && id <= this.#lastCallId) return
    if (msgType === MsgHeaderMsgType.API_CALL) throw new ProtocolError(`the controller sent a call, ${content}`)
    this.#notice('unknown-call', `an answer ${content} was skipped that is to no call of this client`)
  }

  #oneway(content: string, messages: readonly Uint8Array[]): void {
    if (content === API_EVENT) this.#event(messages)
    else if (content === API_VERSION) this.#notice('second-version', 'the controller introduced itself again')
    else this.#notice('unknown-oneway', `a one-way message ${content} was skipped`)
  }

  #event(messages: readonly Uint8Array[]): void {
    try {
      if (!this.#watches.route(messages)) this.#notice('unknown-watch', 'an event of no watch was skipped')
    } catch (error) {
      this.#notice('malformed-event', 'an event that can not be decoded was skipped', error)
    }
  }

  #ping(): void {
    if (!this.#writer.full) this.#writer.push({ bytes: pingFrame })
  }

  #idle(): void {
    const { idleTimeoutMs: timeoutMs } = this.#options
    const message = `connection to ${this.#address.uri} lost: nothing arrived for ${timeoutMs} ms`
    this.fail(new TimeoutError(message, { timeoutMs, retryable: true }))
  }

  #endOfStream(): string {
    const missing = this.#decoder.missingBytes
    return missing === 0
      ? 'the controller closed it'
      : `the controller closed it with ${missing} bytes of a frame missing`
  }

  #notice(code: string, message: string, error?: unknown): void {
    this.#options.onNotice(code, `${this.#address.uri}: ${message}`, error)
  }
}
