import { isConfigurationError } from '@x/core-errors'
import { decodeFrame, frameHeaderBytes } from '@x/linstor-wire'
import { answerCodecs } from '@x/linstor-wire/codecs/v2'
import { expect, test } from 'vitest'
import { type ApiCallResponse, createLinstor, type Linstor, type ListAnswer } from '../src/index.js'
import { fromPython } from './captures/fromPython.js'
import { handCalls } from './captures/handCalls.js'
import { playRecording } from './captures/playRecording.js'
import { type RecordedFrame, readRecording, recordingNames } from './captures/readRecording.js'
import { startScriptedServer } from './support/startScriptedServer.js'

const byHand = Object.keys(handCalls)
/** Bytes that no client sends; the fake is held against these. */
const otherRaw = recordingNames.filter((name) => name.startsWith('raw-') && !byHand.includes(name))
/** What is refused here before it is sent, unless the client is told to leave that to the controller. */
const beyondLimits = [
  'node-create-invalid-name',
  'node-modify-bad-prop',
  'resource-dfn-create-invalid-name',
  'storage-pool-dfn-create-invalid',
  'unicode-invalid-name',
  'volume-dfn-create-too-small',
]
const replayed = recordingNames.filter((name) => !otherRaw.includes(name))

type Action = (parameters: object) => Promise<unknown>
const actionOf = (linstor: Linstor, method: string) => Reflect.get(linstor, method) as Action

/** Plays the recordings of the controller to this client, which makes the same calls. */
async function replay(name: string) {
  const recording = readRecording(name)
  // A second watch of the same id is refused here: see pitfall 29.
  const calls = name === 'watch-create-delete' ? recording.calls.toSpliced(1, 1) : recording.calls
  const recorded = calls.flatMap(({ frames }) => frames)
  const opening = recording.connection_opening ?? recorded.splice(0, name === 'handshake' ? 1 : 0)
  await using server = await startScriptedServer({
    scheme: opening.length === 0 ? 'linstorstlt' : 'linstor',
    greeting: new Uint8Array(Buffer.from(opening.map(({ hex }) => hex).join(''), 'hex')),
  })
  await using linstor = createLinstor({ uri: server.uri, retry: false, checkLimits: !beyondLimits.includes(name) })
  const results: unknown[] = []
  const events: unknown[] = []
  await linstor.connect()
  const connection = await server.connection()
  const playing = playRecording(connection, recorded).then((pairs) => {
    if (name === 'controller-shutdown') connection.socket.end()
    return pairs
  })
  if (byHand.includes(name)) {
    for (const step of handCalls[name] ?? []) results.push(...(await Promise.all([step(linstor)].flat())))
  } else {
    let due = 0
    for (const { call, frames } of calls) {
      const python = fromPython(call)
      if (python === undefined) continue
      const { method, parameters } = python
      // The Python client waited for what the watch had to tell.
      if (method === 'watchDelete') await expect.poll(() => events.length).toBe(due)
      due += frames.filter(({ header }) => header.msg_content === 'Event').length
      const onEvent = method === 'watchCreate' ? { onEvent: (event: unknown) => void events.push(event) } : {}
      const outcome = actionOf(linstor, method)({ ...parameters, ...onEvent })
      results.push(await outcome.catch((error: unknown) => error))
    }
  }
  const pairs = await playing
  return { pairs, results, recorded, linstor }
}

/** The outcomes that a recording has for all calls, but not those that an async call does not wait for. */
const recordedReplies = (recorded: readonly RecordedFrame[]) =>
  recorded
    .filter(({ dir, header }) => dir === 'server->client' && header.msg_content === 'Reply')
    .flatMap(({ messages }) => messages.map(({ json }) => ({ retCode: json['ret_code'], message: json['message'] })))

const ours = ({ retCode, message }: ApiCallResponse) => ({ retCode: String(retCode), message })

test.each(replayed)('%s: sends what the recording has, byte by byte', async (name) => {
  const { pairs, recorded } = await replay(name)
  expect(pairs.map(({ sent }) => sent)).toEqual(pairs.map(({ expected }) => expected))
  expect(pairs).toHaveLength(recorded.filter(({ dir }) => dir === 'client->server').length)
})

test.each(replayed)('%s: gives what the controller answered', async (name) => {
  const { results, recorded } = await replay(name)
  const replies = recordedReplies(recorded)
  const answers = results.flat().filter((answer) => typeof answer === 'object' && answer !== null)
  const errors = answers.filter((answer) => answer instanceof Error) as (Error & { replies?: ApiCallResponse[] })[]
  const found = [
    ...(answers.filter((answer) => 'retCode' in answer) as ApiCallResponse[]),
    ...(answers as ListAnswer<unknown>[]).flatMap((answer) => (answer.kind === 'reply' ? [answer.reply] : [])),
    ...errors.flatMap((error) => error.replies ?? []),
  ].map(ours)
  if (name === 'resource-create-async') expect(found).toEqual(replies.slice(0, 2))
  else if (name === 'snapshot-create') {
    // What the events tell is an outcome of the call, and the watch around it is not.
    expect(found.map(({ message }) => message)).toEqual([
      "New snapshot 'snap1' of resource 'auto' registered.",
      "Snapshot 'snap1' of resource 'auto' successfully taken.",
    ])
  } else if (name === 'snapshot-create-unsupported') expect(found).toEqual(replies.slice(1, 2))
  else if (name !== 'watch-resource-lifecycle' && name !== 'interleaved-calls') expect(found).toEqual(replies)
  else expect(found).toEqual(expect.arrayContaining(replies))
})

test.each(
  replayed.filter((name) => /-list|controller-props|snapshot-dfn-list/.test(name) && !/error-report|failed/.test(name)),
)('%s: keeps every byte of the list', async (name) => {
  const { results, recorded } = await replay(name)
  const lists = (results.flat() as ListAnswer<never>[]).flatMap((answer) =>
    answer.kind === 'list' ? [answer.list] : [],
  )
  const frame = recorded.find(({ header }) => header.msg_content?.startsWith('Lst') && header.msg_type === 'ANSWER')
  const codec = answerCodecs[frame?.header.msg_content as 'LstNode']
  const bytes =
    decodeFrame(new Uint8Array(Buffer.from(frame?.hex ?? '', 'hex')).subarray(frameHeaderBytes))?.messages ?? []
  expect(lists.map((list) => Buffer.from(codec.encode(list).finish()).toString('hex'))).toEqual(
    bytes.map((message) => Buffer.from(message).toString('hex')),
  )
})

test.each(beyondLimits)('%s: is refused before it is sent when limits are checked', async (name) => {
  const { calls, connection_opening: opening = [] } = readRecording(name)
  await using server = await startScriptedServer({
    greeting: new Uint8Array(Buffer.from(opening[0]?.hex ?? '', 'hex')),
  })
  await using linstor = createLinstor({ uri: server.uri })
  const call = calls[0] && fromPython(calls[0].call)
  const outcome = actionOf(linstor, call?.method ?? '')(call?.parameters ?? {})
  await expect(outcome).rejects.toSatisfy(isConfigurationError)
  expect(linstor.stats().sentBytes).toBe(0)
})

test('every recording is replayed here or held against the fake', () => {
  expect([...replayed, ...otherRaw].sort()).toEqual(recordingNames)
  expect(otherRaw.every((name) => name.startsWith('raw-'))).toBe(true)
})
