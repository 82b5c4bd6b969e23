import { isConfigurationError, isProtocolError } from '@x/core-errors'
import { isError } from '@x/linstor-wire'
import { answerCodecs, requestCodecs } from '@x/linstor-wire/codecs/v3'
import { FAIL_UNKNOWN_ERROR } from '@x/linstor-wire/constants'
import { expect, test } from 'vitest'
import { type ApiCallResponse, createLinstor, type Linstor, type ListAnswer } from '../src/index.js'
import { type CallSample, everyCall } from './support/everyCall.js'
import { frames, replyMessage } from './support/frames.js'
import { setup } from './support/setup.js'
import { startScriptedServer } from './support/startScriptedServer.js'

type Action = (parameters: object, options?: { signal?: AbortSignal }) => Promise<unknown>

const callOf = (linstor: Linstor, { method, parameters }: CallSample, signal?: AbortSignal) =>
  (Reflect.get(linstor, method) as Action)(parameters, { signal: signal as AbortSignal })

/** Drops what is absent: undefined fields and empty lists. */
function present(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(present)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([, field]) => field !== undefined && !(Array.isArray(field) && field.length === 0),
  )
  return Object.fromEntries(kept.map(([key, field]) => [key, present(field)]))
}

// An empty list of its kind; an error report has required fields, so there the list is no message at all.
const emptyList = (content: string): Uint8Array[] => (content === 'LstErrorReports' ? [] : [new Uint8Array(0)])

test.each(everyCall)('$method: sends $call with every parameter', async (sample) => {
  await using context = await setup()
  const { linstor, connection } = context
  const { call, message, content = 'Reply' } = sample
  const result = callOf(linstor, sample)
  const request = await connection.next()
  expect(request.content).toBe(call)
  const codec = requestCodecs[call as keyof typeof requestCodecs]
  expect(request.messages.length).toBe(message === undefined ? 0 : 1)
  if (message !== undefined) expect(present(codec?.decode(request.messages[0] as Uint8Array))).toEqual(message)
  const messages = content === 'Reply' ? [replyMessage(1n, 'first'), replyMessage(2n, 'second')] : emptyList(content)
  connection.send(
    frames.answer(request.id, content, messages),
    frames.endOfImmediate(request.id),
    frames.complete(request.id),
  )
  const answers = (await result) as (ApiCallResponse | ListAnswer<unknown>)[]
  if (content === 'Reply') expect(answers).toMatchObject([{ message: 'first' }, { message: 'second' }])
  else if (content !== 'LstErrorReports') expect(answers).toMatchObject([{ kind: 'list' }])
  else expect(answers).toEqual([])
  expect(Object.keys(answerCodecs)).toContain(content)
})

test.each(everyCall)('$method: gives the outcomes when the controller refuses', async (sample) => {
  await using context = await setup()
  const { linstor, connection } = context
  const result = callOf(linstor, sample).catch((error: unknown) => error)
  const { id } = await connection.next()
  connection.send(frames.reply(id, FAIL_UNKNOWN_ERROR, 'no'), frames.endOfImmediate(id), frames.complete(id))
  const answer = await result
  const replies = Array.isArray(answer)
    ? answer.map((one: ApiCallResponse | { reply: ApiCallResponse }) => ('reply' in one ? one.reply : one))
    : (answer as { replies: ApiCallResponse[] }).replies
  expect(replies).toMatchObject([{ message: 'no', returnCode: { severity: 'error', name: 'FAIL_UNKNOWN_ERROR' } }])
  expect(isError(replies[0] as ApiCallResponse, FAIL_UNKNOWN_ERROR)).toBe(true)
})

test.each(everyCall)('$method: fails of an answer that can not be decoded, and names itself', async (sample) => {
  await using context = await setup()
  const { linstor, connection } = context
  const result = callOf(linstor, sample)
  const { id } = await connection.next()
  connection.send(frames.answer(id, sample.content ?? 'Reply', [Uint8Array.of(0xff)]))
  await expect(result).rejects.toSatisfy(isProtocolError)
  await expect(result).rejects.toMatchObject({ operation: sample.method })
  expect(linstor.connected).toBe(true)
})

test.each(everyCall)('$method: an abort rejects with the reason itself', async (sample) => {
  await using context = await setup()
  const { linstor, connection } = context
  const controller = new AbortController()
  const result = callOf(linstor, sample, controller.signal)
  await connection.next()
  const reason = { mine: true }
  controller.abort(reason)
  await expect(result).rejects.toBe(reason)
  expect(linstor.stats().openCalls).toBe(0)
})

const required = everyCall.filter(({ parameters }) =>
  Object.keys(parameters).some((name) => !/^filterBy|^nodes$|^with|^since|^to$|^ids$/.test(name)),
)

test.each(required)(
  '$method: refuses unknown, null and mistyped parameters before anything is sent',
  async (sample) => {
    await using server = await startScriptedServer()
    await using linstor = createLinstor({ uri: server.uri })
    const [name = ''] = Object.keys(sample.parameters)
    for (const parameters of [
      { ...sample.parameters, nonsense: 1 },
      { ...sample.parameters, [name]: null },
      { ...sample.parameters, [name]: { not: 'this' } },
    ]) {
      await expect(callOf(linstor, { ...sample, parameters })).rejects.toSatisfy(isConfigurationError)
    }
    expect(server.accepted).toBe(0)
  },
)
