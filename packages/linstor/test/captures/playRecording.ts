import { decodeFrame, encodeCall, FrameDecoder, frameHeaderBytes } from '@x/linstor-wire'
import { requestCodecs } from '@x/linstor-wire/codecs/v2'
import type { ScriptedConnection } from '../support/startScriptedServer.js'
import type { RecordedFrame } from './readRecording.js'

const bytesOf = ({ hex }: RecordedFrame): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

/** A data frame with another id of its call, and not a byte changed otherwise. */
function withId(frame: Uint8Array, apiCallId: bigint): Uint8Array {
  const decoded = decodeFrame(frame.subarray(frameHeaderBytes))
  if (decoded === undefined) return frame
  return encodeCall({ ...decoded.header, apiCallId }, decoded.messages)
}

/** A recorded frame with the id of the call, and of the watch, that the client chose in another one. */
function withIdsOf(sent: Uint8Array, recorded: Uint8Array, apiCallId: bigint): Uint8Array {
  const [one, other] = [sent, recorded].map((frame) => decodeFrame(frame.subarray(frameHeaderBytes)))
  const content = other?.header.msgContent
  if (content !== 'CrtWatch' && content !== 'DelWatch') return withId(recorded, apiCallId)
  const { encode, decode } = requestCodecs[content]
  const [chosen, asked] = [one, other].map((frame) => decode(frame?.messages[0] ?? new Uint8Array(0)))
  if (chosen === undefined || asked === undefined) return recorded
  const message = encode({ ...asked, watchId: chosen.watchId }).finish()
  return encodeCall({ ...other?.header, apiCallId }, [message])
}

/**
 * Plays the server of a recording: waits for what the client sent there, and sends what the controller sent. Ids of calls
 * and watches are the client's own choice; everything else must be the same, byte by byte.
 *
 * @returns Pairs of frames that the client sent and that the recording has, the latter with the client's ids.
 */
export async function playRecording(
  { socket }: ScriptedConnection,
  recorded: readonly RecordedFrame[],
): Promise<{ sent: string; expected: string }[]> {
  const received: { bytes: Uint8Array; id: bigint }[] = []
  let wake = () => {}
  const decoder = new FrameDecoder()
  let raw = new Uint8Array(0)
  socket.on('data', (chunk: Buffer) => {
    raw = new Uint8Array(Buffer.concat([raw, chunk]))
    decoder.push(chunk, ({ payload }) => {
      const bytes = raw.slice(0, frameHeaderBytes + payload.length)
      raw = raw.slice(bytes.length)
      received.push({ bytes, id: decodeFrame(payload)?.header.apiCallId ?? 0n })
      wake()
    })
  })
  const next = async () => {
    for (;;) {
      const frame = received.shift()
      if (frame !== undefined) return frame
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  const ids = new Map<string, bigint>()
  const pairs: { sent: string; expected: string }[] = []
  for (const frame of recorded) {
    const { api_call_id: recordedId } = frame.header
    if (frame.dir === 'client->server') {
      const { bytes, id } = await next()
      if (recordedId !== undefined) ids.set(recordedId, id)
      pairs.push({
        sent: Buffer.from(bytes).toString('hex'),
        expected: Buffer.from(withIdsOf(bytes, bytesOf(frame), id)).toString('hex'),
      })
    } else {
      const id = recordedId === undefined ? undefined : ids.get(recordedId)
      socket.write(id === undefined ? bytesOf(frame) : withId(bytesOf(frame), id))
    }
  }
  return pairs
}
