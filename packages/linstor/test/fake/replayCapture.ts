import net from 'node:net'
import { encodeCall, FrameDecoder } from '@x/linstor-wire'
import { MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'
import { type DescribedFrame, describeFrame, framesOf } from './describeFrames.js'
import type { Capture } from './readCapture.js'

/** What came of a replay. */
export interface Replay {
  /** What the real controller sent after the opening of the connection. */
  recorded: DescribedFrame[]
  /** What the fake sent. */
  answered: DescribedFrame[]
  /** Whether the server closed the connection. */
  closed: boolean
}

const lastPingId = 999_999n

/**
 * Sends what the client of a recording sent, waiting where it waited, and collects what comes back.
 *
 * @param opening - Whether the server speaks first.
 * @param meanwhile - What somebody else does once everything is sent.
 */
export async function replayCapture(
  uri: string,
  capture: Capture,
  opening: boolean,
  meanwhile?: () => Promise<void>,
): Promise<Replay> {
  const { hostname, port } = new URL(uri)
  const socket = net.connect({ host: hostname, port: Number(port) })
  const answered: DescribedFrame[] = []
  const decoder = new FrameDecoder()
  let wake = () => {}
  socket.on('data', (chunk: Buffer) => {
    decoder.push(chunk, (frame) => answered.push(describeFrame(frame)))
    wake()
  })
  socket.on('error', () => {})
  socket.on('close', () => wake())
  const until = async (condition: () => boolean, what: string) => {
    const deadline = Date.now() + 3_000
    while (!condition()) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, deadline - Date.now()))
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      if (!condition() && (Date.now() >= deadline || socket.destroyed)) {
        throw new Error(`${what} did not come; so far: ${answered.map(({ head }) => head).join(', ')}`)
      }
    }
  }
  const answersSoFar = () => answered.filter(({ isEvent }) => !isEvent).length
  try {
    if (opening) await until(() => answered.length > 0, 'the opening')
    const skipped = capture.name === 'handshake' ? 0 : answered.length
    const recorded: DescribedFrame[] = []
    const pending = [...(capture.bytes_sent ?? [])]
    let unsent = ''
    for (const frame of capture.calls.flatMap(({ frames }) => frames)) {
      if (frame.dir === 'server->client') {
        recorded.push(...framesOf(Buffer.from(frame.hex, 'hex')).map(describeFrame))
        continue
      }
      const expected = skipped + recorded.filter(({ isEvent }) => !isEvent).length
      await until(() => answersSoFar() >= expected, `answer ${expected}`)
      if (unsent.length === 0) {
        unsent = pending.shift() ?? frame.hex
        socket.write(Buffer.from(unsent, 'hex'))
        for (const piece of unsent.length < frame.hex.length ? pending.splice(0) : []) {
          await new Promise((resolve) => setImmediate(resolve))
          socket.write(Buffer.from(piece, 'hex'))
          unsent += piece
        }
      }
      unsent = unsent.slice(frame.hex.length)
    }
    for (const bytes of pending) socket.write(Buffer.from(bytes, 'hex'))
    const expected = skipped + recorded.filter(({ isEvent }) => !isEvent).length
    await until(() => answersSoFar() >= expected, `answer ${expected}`)
    await meanwhile?.()
    if (capture.name === 'raw-half-close') socket.end()
    if (capture.server_closed_connection || capture.name === 'controller-shutdown') {
      await until(() => socket.destroyed, 'the end')
    } else {
      const ping = { msgType: MsgHeaderMsgType.API_CALL, apiCallId: lastPingId, msgContent: 'Ping' }
      socket.write(encodeCall(ping))
      await until(() => answered.some(({ head }) => head === `COMPLETE ${lastPingId}`), 'the last ping')
    }
    const own = answered.slice(skipped).filter(({ head }) => !head.includes(String(lastPingId)))
    return { recorded, answered: own, closed: socket.destroyed }
  } finally {
    socket.destroy()
  }
}
