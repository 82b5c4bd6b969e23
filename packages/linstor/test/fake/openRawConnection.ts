import net from 'node:net'
import tls from 'node:tls'
import { decodeFrame, encodeCall, FrameDecoder, FrameType, isLegacyHeader } from '@x/linstor-wire'
import { answerCodecs as answersV2, requestCodecs as requestsV2 } from '@x/linstor-wire/codecs/v2'
import { answerCodecs as answersV3, requestCodecs as requestsV3 } from '@x/linstor-wire/codecs/v3'
import { type MsgHeader, MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'

/** A frame as it came in; `type` only for those that are not data. */
export interface ReceivedFrame {
  type: number
  header: MsgHeader
  messages: Uint8Array[]
}

type AnyCodecs = Readonly<
  Record<string, { encode(message: never): { finish(): Uint8Array }; decode(input: Uint8Array): unknown } | undefined>
>

/** A connection to a fake that shows what is on the wire. Anything that is waited for ends after 5 s. */
export interface RawConnection extends AsyncDisposable {
  /** Everything received so far. */
  readonly frames: readonly ReceivedFrame[]
  /** Bytes of a frame that has begun. */
  readonly missingBytes: number
  readonly closed: boolean
  /** How often bytes came in. */
  readonly chunks: number
  /** Why the socket closed, where it says. */
  readonly error: Error | undefined
  /** Why the bytes are no frames any more. */
  readonly failure: unknown
  /** The decoded `Version` message. */
  version(): unknown
  /** Whether the first frame was that of API version 1. */
  isLegacy(): boolean
  write(bytes: Uint8Array | string): void
  /** Ends the side that sends. */
  end(): void
  /** Stops reading. */
  pause(): void
  resume(): void
  /** Waits until the frames so far make this true. */
  until(condition: (frames: readonly ReceivedFrame[]) => boolean): Promise<readonly ReceivedFrame[]>
  /** Waits until the server has closed the connection. */
  untilClosed(): Promise<void>
  /** Sends a call and waits for its COMPLETE. */
  call(name: string, message?: object): Promise<{ contents: string[]; messages: unknown[] }>
  /** Sends a call. */
  send(name: string, message?: object, id?: bigint): bigint
  /** The decoded messages of the answers to a call. */
  answers(id: bigint): { contents: string[]; messages: unknown[] }
}

/** Connects, and waits for the `Version` message unless told otherwise. */
export async function openRawConnection(
  uri: string,
  { apiVersion = 2, version = true, ca }: { apiVersion?: 2 | 3; version?: boolean; ca?: string } = {},
): Promise<RawConnection> {
  const { hostname, port, protocol } = new URL(uri)
  const where = { host: hostname, port: Number(port) }
  const socket = protocol.endsWith('+ssl:')
    ? tls.connect({ ...where, ca, servername: 'localhost' })
    : net.connect(where)
  const requests: AnyCodecs = apiVersion === 2 ? requestsV2 : requestsV3
  const answers: AnyCodecs = apiVersion === 2 ? answersV2 : answersV3
  const frames: ReceivedFrame[] = []
  const decoder = new FrameDecoder()
  const waiting = new Set<() => void>()
  let lastId = 0n
  const check = () => {
    for (const attempt of waiting) attempt()
  }
  let chunks = 0
  let failure: unknown
  let error: Error | undefined
  socket.on('data', (chunk: Buffer) => {
    chunks++
    try {
      decoder.push(chunk, ({ type, payload }) => {
        const decoded = type === FrameType.DATA ? decodeFrame(payload) : undefined
        frames.push({ type, header: decoded?.header ?? {}, messages: decoded?.messages ?? [] })
      })
    } catch (reason) {
      failure ??= reason
    }
    check()
  })
  socket.on('error', (reason) => {
    error = reason
  })
  socket.on('close', check)
  const wait = (condition: () => boolean) =>
    new Promise<void>((resolve, reject) => {
      const settle = (how: () => void) => {
        waiting.delete(attempt)
        clearTimeout(timer)
        how()
      }
      const attempt = () => {
        if (condition()) settle(resolve)
        else if (socket.destroyed) settle(() => reject(new Error('the connection closed')))
      }
      const timer = setTimeout(() => settle(() => reject(new Error('nothing came within 5 s'))), 5_000)
      waiting.add(attempt)
      attempt()
    })
  const connection: RawConnection = {
    frames,
    get missingBytes() {
      return decoder.missingBytes
    },
    get closed() {
      return socket.destroyed
    },
    get chunks() {
      return chunks
    },
    get error() {
      return error
    },
    get failure() {
      return failure
    },
    version: () => answersV2.Version.decode(frames[0]?.messages[0] ?? new Uint8Array(0)),
    isLegacy: () => isLegacyHeader(frames[0]?.header ?? {}),
    write: (bytes) => void socket.write(bytes),
    end: () => void socket.end(),
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    async until(condition) {
      await wait(() => condition(frames))
      return frames
    },
    untilClosed: () => wait(() => socket.destroyed),
    send(name, message, id = ++lastId) {
      const bytes = message === undefined ? [] : [encode(requests, name, message)]
      socket.write(encodeCall({ msgType: MsgHeaderMsgType.API_CALL, apiCallId: id, msgContent: name }, bytes))
      return id
    },
    async call(name, message) {
      const id = connection.send(name, message)
      const isEnd = ({ header }: ReceivedFrame) =>
        header.apiCallId === id && header.msgType === MsgHeaderMsgType.COMPLETE
      await wait(() => frames.some(isEnd))
      return connection.answers(id)
    },
    answers(id) {
      const own = frames.filter(({ header }) => header.apiCallId === id)
      return {
        contents: own.map(({ header }) => header.msgContent ?? 'COMPLETE'),
        messages: own.flatMap(({ header, messages }) =>
          messages.map((bytes) => answers[header.msgContent ?? '']?.decode(bytes)),
        ),
      }
    },
    async [Symbol.asyncDispose]() {
      socket.destroy()
      if (!socket.closed) await new Promise((resolve) => socket.once('close', resolve))
    },
  }
  if (version) await connection.until((received) => received.length > 0)
  return connection
}

function encode(codecs: AnyCodecs, name: string, message: object): Uint8Array {
  const codec = codecs[name]
  if (codec === undefined) throw new Error(`${name} takes no message`)
  return codec.encode(message as never).finish()
}
