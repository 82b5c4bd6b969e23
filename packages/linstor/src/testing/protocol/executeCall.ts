import { isProtocolError } from '@x/core-errors'
import type { Call } from './Call.js'
import { CallRefused } from './CallRefused.js'
import type { RunningCall } from './createCall.js'
import { fixedReplies } from './fixedReplies.js'

/** What a server offers: which calls there are, which messages they take, what they do. */
export interface CallTable {
  /** Decodes the message of a call. @throws {ProtocolError} when the bytes are not such a message. */
  decode(name: string, message: Uint8Array): unknown
  /** Whether the call takes a message, and whether it can do without. */
  takes(name: string): 'nothing' | 'a message' | 'perhaps a message'
  has(name: string): boolean
  run(call: Call, request: unknown): void
}

/** A call's message as it came in. */
export interface RawRequest {
  readonly bytes: Uint8Array | undefined
  /** What it was decoded to, or why it could not be. */
  readonly decoded: { message: unknown } | { failure: unknown } | undefined
}

// Meant for satellites; the controller knows the name and crashes for want of a message (observed on LINSTOR 0.6.0).
const internalCalls: ReadonlySet<string> = new Set(['AuthAccept'])

/** Executes one call and sends the fixed parts of its answer. */
export function executeCall(call: RunningCall, table: CallTable, request: RawRequest): void {
  const { name } = call
  const refusal = refusalBeforeExecution(call, table, request)
  if (refusal !== undefined) {
    call.reply(refusal)
    call.endImmediateAnswers()
    return
  }
  const takes = table.takes(name)
  if (internalCalls.has(name) || (takes === 'a message' && request.bytes === undefined)) {
    call.reply(fixedReplies.crashed(name, 'The message of the call is null'))
    call.complete()
    return
  }
  try {
    table.run(call, request.decoded !== undefined && 'message' in request.decoded ? request.decoded.message : undefined)
  } catch (error) {
    if (!(error instanceof CallRefused)) {
      call.reply(fixedReplies.crashed(name, String(error)))
      call.complete()
      return
    }
    call.reply(error.reply)
  }
  call.endImmediateAnswers()
}

function refusalBeforeExecution(call: RunningCall, table: CallTable, { decoded }: RawRequest) {
  const { name, session, cluster } = call
  if (cluster.security.authenticationRequired && session.identity === 'PUBLIC' && name !== 'SignIn') {
    return fixedReplies.notAuthenticated(name)
  }
  if (!table.has(name) && !internalCalls.has(name)) return fixedReplies.unknownCall(name)
  if (decoded !== undefined && 'failure' in decoded)
    return fixedReplies.unparsable(name, whyUnparsable(decoded.failure))
  return undefined
}

// The controller names fields as the .proto files do, from the message down.
function whyUnparsable(failure: unknown): string {
  if (!isProtocolError(failure) || failure.path === undefined) return String(failure)
  if (!failure.message.endsWith('required field is missing')) return failure.message
  const path = failure.path.slice(failure.path.indexOf('.') + 1)
  return `Message missing required fields: ${path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
}
