import type { MsgLstNode } from '@x/linstor-wire/messages/MsgLstNode'
import { expectTypeOf, test } from 'vitest'
import type { nodeCreate, nodeList, ping } from '../src/actions/index.js'
import type {
  Answers,
  ApiCallResponse,
  DuplexFactory,
  ErrorReport,
  Linstor,
  LinstorClient,
  LinstorDuplex,
  LinstorEvent,
  ListAnswer,
  WatchGap,
} from '../src/index.js'
import { expectList } from '../src/index.js'

declare const linstor: Linstor
declare const event: LinstorEvent

test('a full client takes the place of a bare one', () => {
  expectTypeOf<Linstor>().toExtend<LinstorClient>()
})

test('methods have the types of the actions', () => {
  expectTypeOf(linstor.nodeCreate).parameter(0).toEqualTypeOf<Parameters<typeof nodeCreate>[1]>()
  expectTypeOf(linstor.nodeCreate).returns.toEqualTypeOf<ReturnType<typeof nodeCreate>>()
  expectTypeOf(linstor.nodeList).returns.toEqualTypeOf<ReturnType<typeof nodeList>>()
  expectTypeOf(linstor.ping).returns.toEqualTypeOf<ReturnType<typeof ping>>()
})

test('outcomes and lists are awaited whole or iterated', () => {
  expectTypeOf(linstor.nodeDelete).returns.toEqualTypeOf<Answers<ApiCallResponse>>()
  expectTypeOf(linstor.nodeDelete).returns.resolves.toEqualTypeOf<ApiCallResponse[]>()
  expectTypeOf(linstor.nodeList).returns.resolves.toEqualTypeOf<ListAnswer<MsgLstNode>[]>()
  expectTypeOf(expectList<MsgLstNode>).returns.toEqualTypeOf<MsgLstNode>()
  expectTypeOf(linstor.errorReportList).returns.resolves.toEqualTypeOf<ErrorReport[]>()
})

test('the name of an event tells its data', () => {
  if (event.eventName === 'VlmDiskState') expectTypeOf(event.data?.diskState).toEqualTypeOf<string | undefined>()
  if (event.eventName === 'SnapshotDeployment') {
    expectTypeOf(event.data?.responses).toEqualTypeOf<ApiCallResponse[] | undefined>()
  }
})

test('a watch gives events and gaps', () => {
  expectTypeOf(linstor.watchEvents).returns.toExtend<AsyncIterable<LinstorEvent | WatchGap>>()
})

test('required parameters are required, and both forms of a resource are taken', () => {
  // @ts-expect-error: the type is missing
  linstor.nodeCreate({ nodeName: 'alpha', ip: '192.0.2.1' })
  // @ts-expect-error: no such type
  linstor.nodeCreate({ nodeName: 'alpha', nodeType: 'Server', ip: '192.0.2.1' })
  expectTypeOf(linstor.resourceCreate).toBeCallableWith({ nodeName: 'a', rscName: 'b' })
  expectTypeOf(linstor.resourceCreate).toBeCallableWith({ rscs: [{ nodeName: 'a', rscName: 'b' }], asyncMsg: true })
})

test('a socket of Node and a stream are connections', () => {
  expectTypeOf<import('node:net').Socket>().toExtend<LinstorDuplex>()
  expectTypeOf<import('node:stream').Duplex>().toExtend<LinstorDuplex>()
  expectTypeOf<DuplexFactory>().returns.resolves.toEqualTypeOf<LinstorDuplex>()
})
