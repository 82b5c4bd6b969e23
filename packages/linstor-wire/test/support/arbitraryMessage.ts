import fc from 'fast-check'
import { camelCase } from './camelCase.js'
import { readSpec, type SpecField } from './readSpec.js'

const spec = readSpec()
// Declared as numbers in the .proto files.
const asNumber = ['MsgErrorReport.error_time', 'MsgReqErrorReport.since', 'MsgReqErrorReport.to']

/** Messages of API version 3 with any values that their fields can hold, in the form that `decodeX` gives. */
export function arbitraryMessage(name: string): fc.Arbitrary<Record<string, unknown>> {
  const fields = spec[3][name]?.fields ?? []
  return fc.record(Object.fromEntries(fields.map((field) => [camelCase(field.name), arbitraryField(name, field)])))
}

function arbitraryField(message: string, field: SpecField): fc.Arbitrary<unknown> {
  const value = asNumber.includes(`${message}.${field.name}`) ? fc.maxSafeNat() : arbitraryValue(field)
  if (field.label === 'repeated') return fc.array(value, { maxLength: 3 })
  return field.label === 'required' ? value : fc.option(value, { nil: undefined })
}

function arbitraryValue({ type, typeName = '' }: SpecField): fc.Arbitrary<unknown> {
  switch (type) {
    case 'message':
      return arbitraryMessage(typeName)
    case 'string':
      return fc.string({ unit: 'binary', maxLength: 60 })
    case 'bool':
      return fc.boolean()
    case 'uint32':
      return fc.nat(0xffffffff)
    case 'uint64':
      return fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
    case 'int64':
    case 'sint64':
      return fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
    default:
      return fc.integer()
  }
}
