import type { HttpAnswer } from '@x/core-errors/http'
import type { Lxd } from '../../src/index.js'
import type { Line } from './conversation.js'

/** What a server said, without what differs from one run to the next. */
export interface Said {
  status: number
  location: string | undefined
  etag: string | undefined
  body: unknown
  /** How the operation ended that the request started. */
  outcome: unknown
}

/** Says one line of a conversation, waits for the operation that it starts, and tells what the server said. */
export async function say(lxd: Lxd, [method, path, body]: Line): Promise<Said> {
  const ask = (verb: string, target: string, text?: string) =>
    lxd.transport.send({
      operation: 'conversation',
      method: verb,
      path: target,
      ...(text === undefined ? {} : { body: text }),
      idempotent: false,
      retry: false,
      read: async (answer: HttpAnswer) => ({ answer, text: await answer.text() }),
    })
  const { answer, text } = await ask(method, path, body)
  const { status, headers } = answer
  const isAsync = status === 202
  const location = headers.get('location') ?? undefined
  const outcome = isAsync ? (await ask('GET', `${location}/wait?timeout=20`)).text : undefined
  return {
    status,
    location: isAsync ? 'an operation' : location,
    etag: headers.get('etag') ?? undefined,
    body: isAsync ? withoutProgress(settled(text)) : settled(text),
    outcome: outcome === undefined ? undefined : settled(outcome),
  }
}

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g
const recent = /20[2-3]\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g
const folder = /\/var\/[a-z/-]+?\/(?:lxd-[a-z0-9]+|lxd)(?=\/)/g

function settled(text: string): unknown {
  const same = text.replaceAll(uuid, 'UUID').replaceAll(recent, 'RECENTLY').replaceAll(folder, 'STATE')
  try {
    return JSON.parse(same)
  } catch {
    return same
  }
}

// How far the operation was when the request was answered is chance; the outcome shows how it ended.
function withoutProgress(started: unknown): unknown {
  const { metadata, ...envelope } = started as { metadata: object }
  return { ...envelope, metadata: { ...metadata, status: 'ANY', status_code: 'ANY', err: 'ANY' } }
}
