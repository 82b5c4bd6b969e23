import { sleep } from '../time/sleep.js'
import { bodyChunks } from './bodyChunks.js'
import { ConnectionDropped } from './ConnectionDropped.js'
import type { FakeHandler } from './FakeHandler.js'
import type { Fault } from './Fault.js'

/** Faults waiting to strike, the first one first. */
export interface FaultQueue {
  /** Adds a fault. */
  failNext(fault: Fault): void
  /** Forgets the faults that have not struck. */
  clearFaults(): void
  /** How many faults have not struck yet. */
  readonly pendingFaults: number
}

/** Puts a queue of faults in front of a handler. */
export function withFaults(handler: FakeHandler): { handler: FakeHandler; faults: FaultQueue } {
  const queue: { fault: Fault; left: number }[] = []
  const take = (request: Request): Fault | undefined => {
    const index = queue.findIndex(({ fault }) => fault.match?.(request) ?? true)
    const entry = queue[index]
    if (entry !== undefined && --entry.left <= 0) queue.splice(index, 1)
    return entry?.fault
  }
  return {
    handler: (request) => {
      const fault = take(request)
      return fault === undefined ? handler(request) : strike(fault, request, handler)
    },
    faults: {
      failNext: (fault) => void queue.push({ fault, left: fault.times ?? 1 }),
      clearFaults: () => void queue.splice(0),
      get pendingFaults() {
        return queue.length
      },
    },
  }
}

async function strike(fault: Fault, request: Request, handler: FakeHandler): Promise<Response> {
  if (fault.delayMs !== undefined) await sleep(fault.delayMs, { signal: request.signal })
  if (fault.hang) await new Promise((_, reject) => request.signal.addEventListener('abort', reject, { once: true }))
  if (fault.cutBody !== undefined) await swallow(request, fault.cutBody)
  if (fault.drop === 'before') throw new ConnectionDropped('dropped before the request was seen')
  const response = fault.status === undefined ? await handler(request) : prepared(fault, fault.status)
  if (fault.drop === 'after') {
    await response.body?.cancel()
    throw new ConnectionDropped('dropped after the work was done')
  }
  if (response.body === null || (fault.garble === undefined && fault.split === undefined && fault.drop === undefined)) {
    return response
  }
  return new Response(response.body.pipeThrough(damage(fault)), response)
}

async function swallow(request: Request, bytes: number): Promise<never> {
  const chunks = bodyChunks(request)
  for (let left = bytes; left > 0; ) {
    const { value, done } = await chunks.next()
    if (done) break
    left -= value.length
  }
  throw new ConnectionDropped("dropped within the request's body")
}

function prepared(fault: Fault, status: number): Response {
  const isText = typeof fault.body === 'string' || fault.body === undefined
  const body = isText ? (fault.body as string | undefined) : JSON.stringify(fault.body)
  const headers = { ...(isText ? {} : { 'content-type': 'application/json' }), ...fault.headers }
  return new Response(body ?? null, { status, headers })
}

function damage({ garble, split, drop }: Fault): TransformStream<Uint8Array, Uint8Array> {
  let left = typeof drop === 'number' ? drop : Number.POSITIVE_INFINITY
  return new TransformStream({
    transform(chunk, controller) {
      const whole = garble ? chunk.map((byte) => byte ^ 0xff) : chunk
      const kept = whole.subarray(0, Math.min(left, whole.length))
      for (let at = 0; at < kept.length; at += split ?? kept.length) {
        controller.enqueue(kept.slice(at, at + (split ?? kept.length)))
      }
      left -= kept.length
      if (left <= 0) controller.error(new ConnectionDropped('dropped within the body'))
    },
  })
}
