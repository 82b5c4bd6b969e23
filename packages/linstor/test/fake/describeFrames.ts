import { type DecodedFrame, decodeFrame, type Frame, FrameDecoder, FrameType } from '@x/linstor-wire'
import { answerCodecs, eventCodecs } from '@x/linstor-wire/codecs/v2'
import { MsgHeaderMsgType } from '@x/linstor-wire/messages/MsgHeader'

/** A frame of a controller as it is compared: decoded, and without what differs from one run to the next. */
export interface DescribedFrame {
  /** `ANSWER 7 Reply`, or `type 2` for a frame that is not data. */
  head: string
  isEvent: boolean
  messages: unknown[]
}

type AnyCodecs = Readonly<Record<string, { decode(input: Uint8Array): unknown } | undefined>>

const answers: AnyCodecs = answerCodecs
const events: AnyCodecs = eventCodecs
const kinds = Object.entries(MsgHeaderMsgType)

/** Decodes the frames in some bytes. */
export function framesOf(bytes: Uint8Array): Frame[] {
  const frames: Frame[] = []
  new FrameDecoder().push(bytes, (frame) => frames.push(frame))
  return frames
}

/** Describes one frame. */
export function describeFrame({ type, payload }: Frame): DescribedFrame {
  const decoded = type === FrameType.DATA ? decodeFrame(payload) : undefined
  if (decoded === undefined) return { head: `type ${type}`, isEvent: false, messages: [] }
  const { msgType = 0, apiCallId, msgContent } = decoded.header
  const kind = kinds.find(([, number]) => number === msgType)?.[0] ?? msgType
  return {
    head: [kind, apiCallId, msgContent].filter((part) => part !== undefined).join(' '),
    isEvent: msgContent === 'Event',
    messages: msgContent === 'Event' ? describeEvent(decoded) : describeMessages(decoded, msgContent ?? ''),
  }
}

const describeMessages = ({ messages }: DecodedFrame, content: string): unknown[] =>
  messages.map((bytes) => normalize(answers[content]?.decode(bytes)))

function describeEvent({ messages: [event, ...data] }: DecodedFrame): unknown[] {
  const decoded = event && (answerCodecs.Event.decode(event) as { eventName: string })
  return [normalize(decoded), ...data.map((bytes) => normalize(events[decoded?.eventName ?? '']?.decode(bytes)))]
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

// Plain data with UUIDs, shared secrets and generation ids replaced; the states of resources have no order.
function normalize(message: unknown): unknown {
  const text = JSON.stringify(message, (key, value: unknown) => {
    if (typeof value === 'bigint') return String(value)
    if (key === 'rscDfnSecret') return '<secret>'
    if (key === 'resourceStates' && Array.isArray(value)) return value.map((entry) => JSON.stringify(entry)).sort()
    if (isGenerationId(value)) return { ...value, value: '<generation>' }
    return value
  })
  return JSON.parse(text.replace(uuid, '<uuid>')) as unknown
}

const isGenerationId = (value: unknown): value is { key: string; value: string } =>
  typeof value === 'object' && value !== null && 'key' in value && value.key === 'DrbdCurrentGi'
