import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as actions from '../src/actions/index.js'
import * as main from '../src/index.js'
import { fromPython } from './captures/fromPython.js'
import { handCalls } from './captures/handCalls.js'
import { readRecording, recordingNames } from './captures/readRecording.js'
import { everyCall } from './support/everyCall.js'

interface Method {
  name: string
  upstream: string | null
  kind: string
  apiCall?: string
  member?: boolean
}

const folder = join(import.meta.dirname, '..')
const { methods } = JSON.parse(readFileSync(join(folder, 'spec/methods.json'), 'utf8')) as { methods: Method[] }

/** The tests of what is no single call, by the name of the method: file and the beginning of the title. */
const otherTests: Record<string, readonly [file: string, title: string]> = {
  createLinstor: ['test/connection.test.ts', 'a client of actions and one with methods do the same'],
  connect: ['test/connection.test.ts', 'calls that wait for the same connection attempt share it'],
  connected: ['test/pitfalls/socket.test.ts', 'pitfall 13: after a version that does not fit'],
  disconnect: ['test/pitfalls/socket.test.ts', 'pitfall 7: closing, a reset and a malformed frame'],
  connectLinstor: ['test/connection.test.ts', 'a closed client leaves neither socket nor timer'],
  stats: ['test/pitfalls/socket.test.ts', 'pitfall 15: each received byte is counted once'],
  controllerInfo: ['test/pitfalls/socket.test.ts', 'pitfall 3: what comes glued to the version message'],
  controllerHost: ['test/pitfalls/evolution.test.ts', 'pitfall 62: a controller that hangs costs its connect timeout'],
  allApiResponsesSuccess: ['test/pitfalls/encoding.test.ts', 'pitfall 47: severities are told apart'],
  allApiResponsesNoError: ['test/pitfalls/encoding.test.ts', 'pitfall 47: severities are told apart'],
  filterApiCallResponse: ['test/replies.test.ts', 'filterApiCallResponse keeps the outcomes'],
  returnIfFailure: ['test/replies.test.ts', 'returnIfFailure and returnIfError'],
  returnIfError: ['test/replies.test.ts', 'returnIfFailure and returnIfError'],
  exitOnErrorEventHandler: ['test/watch.test.ts', 'exitOnErrorEventHandler finds the failures'],
  nodeTypes: ['test/replies.test.ts', 'nodeTypes are in the order of the Python library'],
  nodeListRaise: ['test/pitfalls/calls.test.ts', 'pitfall 27: what a list call throws keeps all outcomes'],
  storagePoolListRaise: ['test/observed.test.ts', 'surprise 3: a pool that can not be read'],
  storagePropsToDriverPool: [
    'test/pitfalls/evolution.test.ts',
    'pitfall 57: short and long names of drivers are taken',
  ],
  resourceDfnPropsList: ['test/pitfalls/encoding.test.ts', 'pitfall 42: names are compared without regard to case'],
  resourceCreateAndAutoPlace: ['test/resource.test.ts', 'resourceCreateAndAutoPlace makes all of a resource at once'],
  resourceDeleteIfDiskless: ['test/resource.test.ts', 'resourceDeleteIfDiskless says what it did not do'],
  waitForMessage: ['test/connection.test.ts', 'waitForMessage waits for the call of an id'],
  watchEvents: ['test/watch.test.ts', 'gives the present state first and then what changes'],
  hostname: ['test/observed.test.ts', 'surprise 4: a satellite says its host name'],
  ping: ['test/pitfalls/calls.test.ts', 'pitfall 20: a ping tells how long it took'],
}

/** Recordings of a real controller that are replayed, by the method that they replay. */
const recordings = new Map<string, string[]>()
for (const name of recordingNames) {
  for (const { call } of readRecording(name).calls) {
    const method = fromPython(call)?.method
    if (method === undefined || recordings.get(method)?.includes(name)) continue
    recordings.set(method, [...(recordings.get(method) ?? []), name])
  }
}

const testsOf = ({ name, apiCall }: Method): string[] => {
  const tests: string[] = []
  const sample = everyCall.find(({ method }) => method === name)
  if (sample !== undefined && sample.call === apiCall) tests.push('test/everyCall.test.ts')
  const other = otherTests[name]
  if (other !== undefined) tests.push(`${other[0]}: ${other[1].replace(/: /, ' — ')}`)
  const replayed = recordings.get(name) ?? []
  if (replayed.length > 0) tests.push(`test/captures.test.ts: ${replayed.join(', ')}`)
  return tests
}

test('every method of the Python library is there, and the calls that it lacked', () => {
  const upstream = methods.flatMap(({ upstream: name }) => (name === null ? [] : [name]))
  expect(upstream).toEqual(JSON.parse(readFileSync(join(folder, 'test/fixtures/upstreamMethods.json'), 'utf8')))
  const linstor = main.createLinstor({ uri: 'linstor://127.0.0.1' })
  for (const { name, kind, member } of methods) {
    if (member) expect(name in linstor).toBe(true)
    else if (kind === 'export') expect(Object.keys(main)).toContain(name)
    else
      expect([typeof Reflect.get(linstor, name), typeof Reflect.get(actions, name)]).toEqual(['function', 'function'])
  }
  expect(Object.keys(actions).sort()).toEqual(
    methods
      .filter(({ kind }) => kind !== 'export')
      .map(({ name }) => name)
      .sort(),
  )
})

test('every method has a test, and the table of PARITY.md names it', async () => {
  const rows = methods.map((method) => {
    const tests = testsOf(method)
    expect(tests, method.name).not.toEqual([])
    const ours = method.kind === 'export' && !method.member ? `\`${method.name}\` (export)` : `\`${method.name}\``
    return `| ${method.upstream === null ? '—' : `\`${method.upstream}\``} | ${ours} | ${method.apiCall === undefined ? '' : `\`${method.apiCall}\``} | ${tests.join('; ')} |`
  })
  const table = [
    '# Every method of the Python library, and where it is tested',
    '',
    'Names of linstor-api-py up to 0.7.3 beside those of this package, the calls that the library lacked at the end.',
    'Written by `test/parity.test.ts`, which fails when it is out of date; `vitest run -u` writes it anew.',
    '',
    '| Python | @x/linstor | call | tests |',
    '|---|---|---|---|',
    ...rows,
    '',
  ]
  await expect(table.join('\n')).toMatchFileSnapshot('../PARITY.md')
})

test('the tests that the table names exist', () => {
  for (const [file, title] of Object.values(otherTests))
    expect(readFileSync(join(folder, file), 'utf8')).toContain(title)
  for (const method of Object.keys(otherTests)) expect(methods.map(({ name }) => name)).toContain(method)
  expect(Object.keys(handCalls).every((name) => recordingNames.includes(name))).toBe(true)
})

test('every pitfall that can be tested has a test of its name', () => {
  const titles = ['socket', 'calls', 'encoding', 'evolution']
    .map((name) => readFileSync(join(folder, `test/pitfalls/${name}.test.ts`), 'utf8'))
    .join('\n')
  // 33 is a limit of old controllers, which the documentation of watchEvents tells of.
  const wanted = [
    ...Array.from({ length: 64 }, (_, index) => String(index + 1)).filter((number) => number !== '33'),
    '14a',
  ]
  const found = new Set(
    [...titles.matchAll(/'pitfalls? (\d+a?)(?: and (\d+))?/g)].flatMap(([, one, other]) => [one, other]),
  )
  expect(wanted.filter((number) => !found.has(number))).toEqual([])
})

test('every surprise of a real controller has a test of its name', () => {
  const titles = readFileSync(join(folder, 'test/observed.test.ts'), 'utf8')
  const found = [...titles.matchAll(/^test\('surprise (\d+): /gm)].map(([, number]) => Number(number))
  expect(found).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
})
