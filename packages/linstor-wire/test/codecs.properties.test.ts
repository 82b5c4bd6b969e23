import fc from 'fast-check'
import protobuf from 'protobufjs'
import { expect, test } from 'vitest'
import { answerCodecs, eventCodecs, requestCodecs } from '../src/codecs/v3.js'
import { unknownFields } from '../src/index.js'
import type { MessageCodec } from '../src/MessageCodec.js'
import { decodeMsgHeader, encodeMsgHeader } from '../src/messages/MsgHeader.js'
import { arbitraryMessage } from './support/arbitraryMessage.js'
import { camelCase } from './support/camelCase.js'
import { readProtos } from './support/readProtos.js'
import { readSpec } from './support/readSpec.js'

const spec = readSpec()[3]
const reference = readProtos()
const codecs = [requestCodecs, answerCodecs, eventCodecs]
  .flatMap((table) => Object.values(table) as (MessageCodec<object> | undefined)[])
  .filter((codec) => codec !== undefined && codec.name in spec) as MessageCodec<object>[]
const header: MessageCodec<object> = { name: 'MsgHeader', encode: encodeMsgHeader, decode: decodeMsgHeader }
const unique = [...new Map([...codecs, header].map((codec) => [codec.name, codec])).values()]

test.each(unique.map((codec) => [codec.name, codec] as const))(
  '%s: what is encoded is what protobufjs encodes, and decodes to the same message',
  (name, codec) => {
    const type = reference.lookupType(name)
    fc.assert(
      fc.property(arbitraryMessage(name), (message) => {
        const bytes = codec.encode(message).finish()
        expect(Buffer.from(type.encode(toReference(message, name)).finish()).equals(bytes)).toBe(true)
        expect(codec.decode(bytes)).toEqual(message)
        expect(codec.decode(new Uint8Array(bytes))).toEqual(message)
      }),
      { numRuns: 20 },
    )
  },
)

/** The message in the form that protobufjs' reflection takes: names of the .proto files, 64-bit numbers as Long. */
function toReference(message: Record<string, unknown>, name: string): Record<string, unknown> {
  const entries = (spec[name]?.fields ?? []).map((field) => {
    const value = message[camelCase(field.name)]
    const convert = (item: unknown): unknown => {
      if (field.type === 'message') return toReference(item as Record<string, unknown>, field.typeName ?? '')
      return field.type.endsWith('64') ? toLong(BigInt(item as bigint | number)) : item
    }
    return [field.name, Array.isArray(value) ? value.map(convert) : value === undefined ? value : convert(value)]
  })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

const toLong = (value: bigint): object => ({
  low: Number(BigInt.asIntN(32, value)),
  high: Number(BigInt.asIntN(32, value >> 32n)),
})

test('random bytes give a message or a ProtocolError', () => {
  fc.assert(
    fc.property(fc.constantFrom(...unique), fc.uint8Array({ maxLength: 80 }), (codec, bytes) => decodes(codec, bytes)),
    { numRuns: 3000 },
  )
})

test('a damaged message gives a message or a ProtocolError', () => {
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 })
  const message = fc
    .constantFrom(...unique)
    .chain((codec) => fc.tuple(fc.constant(codec), arbitraryMessage(codec.name)))
  fc.assert(
    fc.property(message, damage, fc.nat(), ([codec, sent], changes, length) => {
      const bytes = new Uint8Array(codec.encode(sent).finish())
      for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value
      decodes(codec, bytes.subarray(0, bytes.length === 0 ? 0 : bytes.length - (length % 3)))
    }),
    { numRuns: 2000 },
  )
})

/** Decoding ends, with a message that can be encoded again or with a ProtocolError. */
function decodes(codec: MessageCodec<object>, bytes: Uint8Array): void {
  let message: object
  try {
    message = codec.decode(bytes)
  } catch (error) {
    expect(error).toMatchObject({ name: 'ProtocolError', path: expect.stringContaining(codec.name) })
    return
  }
  expect(codec.decode(codec.encode(message).finish())).toEqual(message)
}

test('unknown fields of any number and type survive, wherever they stand', () => {
  const fieldOf = (number: number, wireType: number, data: Uint8Array): Uint8Array => {
    const writer = protobuf.Writer.create().uint32(number * 8 + wireType)
    if (wireType === 0) return writer.uint32(data.length).finish()
    if (wireType === 2) return writer.bytes(data).finish()
    const fixed = new Uint8Array(wireType === 1 ? 8 : 4)
    fixed.set(data.subarray(0, fixed.length))
    return Buffer.concat([writer.finish(), fixed])
  }
  const unknown = fc.array(
    fc.record({
      number: fc.integer({ min: 4, max: 5000 }),
      wireType: fc.constantFrom(0, 1, 2, 5),
      data: fc.uint8Array(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  fc.assert(
    fc.property(unknown, arbitraryMessage('MsgHeader'), fc.boolean(), (fields, message, first) => {
      const extra = Buffer.concat(fields.map(({ number, wireType, data }) => fieldOf(number, wireType, data)))
      const known = encodeMsgHeader(message).finish()
      const decoded = decodeMsgHeader(Buffer.concat(first ? [extra, known] : [known, extra]))
      expect(Buffer.compare(decoded[unknownFields]!, extra)).toBe(0)
      expect(Buffer.from(encodeMsgHeader(decoded).finish())).toEqual(Buffer.concat([known, extra]))
    }),
  )
})
