import type { Scheduler } from '../cluster/createScheduler.js'
import type { CallFault } from '../faults/CallFault.js'
import { garbleFrame } from '../faults/garbleFrame.js'
import { omitFrame } from '../faults/omitFrame.js'
import type { RunningCall } from '../protocol/createCall.js'
import type { Outbox } from './createOutbox.js'

/** What a call needs from its connection to go wrong. */
export interface FaultyCallParts {
  /** Makes the call, given how its frames are sent. */
  readonly start: (transmit: (frame: Uint8Array) => void) => RunningCall
  /** Executes it. */
  readonly execute: (call: RunningCall) => void
  /** Sends a frame as it is. */
  readonly send: (frame: Uint8Array, pieceBytes?: number) => void
  readonly end: Outbox['end']
  readonly scheduler: Scheduler
}

/** Executes one call that something goes wrong with. */
export function faultyCall(fault: CallFault, parts: FaultyCallParts): void {
  if (fault.delayMs) parts.scheduler.after(fault.delayMs, () => strike(fault, parts))
  else strike(fault, parts)
}

function strike(fault: CallFault, { start, execute, send, end }: FaultyCallParts): void {
  const how = fault.reset ? 'reset' : 'properly'
  if (fault.drop === 'before') end(how)
  if (fault.drop === 'before' || fault.hang === 'before') return
  const silent = fault.hang === 'after' || fault.drop === 'after'
  let left = typeof fault.drop === 'number' ? fault.drop : Number.POSITIVE_INFINITY
  const transmit = (frame: Uint8Array) => {
    if (silent || omitFrame(frame, fault.omit)) return
    const damaged = fault.garble === undefined ? frame : garbleFrame(frame, fault.garble)
    for (const copy of fault.duplicate ? [damaged, damaged] : [damaged]) {
      send(copy.subarray(0, left), fault.split)
      left -= copy.length
      if (left <= 0) end(how)
    }
  }
  const call = start(transmit)
  if (fault.reply === undefined && fault.answer === undefined) execute(call)
  else {
    if (fault.reply !== undefined) call.reply(...[fault.reply].flat())
    if (fault.answer !== undefined) call.answer(fault.answer.content, ...(fault.answer.messages ?? []))
    call.endImmediateAnswers()
  }
  if (fault.drop === 'after') end(how)
}
