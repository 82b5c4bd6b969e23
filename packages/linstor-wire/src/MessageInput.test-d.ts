import { expectTypeOf, test } from 'vitest'
import type { MessageInput } from './MessageInput.js'
import type { decodeNode, encodeNode, Node, NodeConnectionStatus } from './messages/Node.js'
import type { Rsc } from './messages/Rsc.js'

test('required fields stay required, in nested messages as well; lists may be left out', () => {
  expectTypeOf<{ name: string; nodeName: string }>().toExtend<MessageInput<Rsc>>()
  expectTypeOf<{ name: string }>().not.toExtend<MessageInput<Rsc>>()
  expectTypeOf<{ name: string; nodeName: string; vlms: { vlmNr: number }[] }>().toExtend<MessageInput<Rsc>>()
  expectTypeOf<{ name: string; nodeName: string; vlms: { backingDisk: string }[] }>().not.toExtend<MessageInput<Rsc>>()
})

test('what was decoded can be encoded', () => {
  expectTypeOf<Node>().toExtend<MessageInput<Node>>()
  expectTypeOf<ReturnType<typeof decodeNode>>().toExtend<Parameters<typeof encodeNode>[0]>()
  expectTypeOf<readonly string[]>().toExtend<MessageInput<Node>['flags']>()
})

test('64-bit fields are bigint, lists arrays, enums open numbers', () => {
  expectTypeOf<Rsc['vlms'][number]['realSize']>().toEqualTypeOf<bigint | undefined>()
  expectTypeOf<Node['flags']>().toEqualTypeOf<string[]>()
  expectTypeOf<typeof NodeConnectionStatus.ONLINE>().toEqualTypeOf<2>()
  expectTypeOf<number>().toExtend<NonNullable<Node['connectionStatus']>>()
})
