import { isProtocolError } from '@x/core-errors'
import { CallRefused } from './CallRefused.js'
import type { CallTable } from './CallTable.js'
import type { RunningCall } from './createCall.js'
import { fixedReplies } from './fixedReplies.js'
import type { ReplyInput } from './ReplyInput.js'

/** A call's message as it came in. */
export interface RawRequest {
  readonly bytes: Uint8Array | undefined
  /** What it was decoded to, or why it could not be. */
  readonly decoded: { message: unknown } | { failure: unknown } | undefined
}

/** Executes one call and sends the fixed parts of its answer. One that crashes has no end of immediate answers. */
export function executeCall(call: RunningCall, table: CallTable, request: RawRequest): void {
  const { name } = call
  const refusal = table.refusal(call) ?? unparsable(name, request)
  if (refusal !== undefined) {
    call.reply(refusal)
    call.endImmediateAnswers()
    return
  }
  try {
    if (table.takes(name) === 'a message' && request.bytes === undefined) throw new Error('the message is null')
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

function unparsable(name: string, { decoded }: RawRequest): ReplyInput | undefined {
  if (decoded === undefined || 'message' in decoded) return undefined
  return fixedReplies.unparsable(name, whyUnparsable(decoded.failure))
}

// The controller names fields as the .proto files do, from the message down.
function whyUnparsable(failure: unknown): string {
  if (!isProtocolError(failure) || failure.path === undefined) return String(failure)
  if (!failure.message.endsWith('required field is missing')) return failure.message
  const path = failure.path.slice(failure.path.indexOf('.') + 1)
  return `Message missing required fields: ${path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`
}
