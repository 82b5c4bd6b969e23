import protobuf from 'protobufjs'
import { expect, test } from 'vitest'
import { readProtos } from './support/readProtos.js'
import { readSpec, type SpecField, type SpecMessage } from './support/readSpec.js'

const spec = readSpec()
const root = readProtos()

/** A message of the .proto files in the form of the tables. */
function toSpec(type: protobuf.Type): SpecMessage {
  const fields = type.fieldsArray.map((field): SpecField => {
    const { resolvedType } = field.resolve()
    const kind = resolvedType instanceof protobuf.Type ? 'message' : resolvedType === null ? field.type : 'enum'
    return {
      name: field.name,
      number: field.id,
      type: kind,
      label: field.repeated ? 'repeated' : field.required ? 'required' : 'optional',
      ...(resolvedType && { typeName: resolvedType.name }),
    }
  })
  const enums = type.nestedArray.filter((nested) => nested instanceof protobuf.Enum)
  return {
    fields: fields.sort((one, other) => one.number - other.number),
    ...(enums.length > 0 && { enums: Object.fromEntries(enums.map(({ name, values }) => [name, { ...values }])) }),
  }
}

const messagesOf = (version: 'v2' | 'v3'): Map<string, protobuf.Type> => {
  const namespace = root.lookup(`linstor.${version}`) as protobuf.Namespace
  const eventdata = namespace.get('eventdata') as protobuf.Namespace
  const types = [...namespace.nestedArray, ...eventdata.nestedArray].filter((nested) => nested instanceof protobuf.Type)
  return new Map(types.map((type) => [type.name, type]))
}

const ours = { 2: messagesOf('v2'), 3: messagesOf('v3') }

test('the messages of API version 3 are those of the table, no more and no less', () => {
  expect([...ours[3].keys()].sort()).toEqual(Object.keys(spec[3]).sort())
  expect(ours[3].size).toBe(94)
})

test.each(Object.entries(spec[3]))('%s is as in the table of API version 3', (name, message) => {
  expect(toSpec(ours[3].get(name)!)).toEqual(message)
})

test.each([...ours[2].keys()])('%s of proto/v2 is as in the table of API version 2', (name) => {
  expect(toSpec(ours[2].get(name)!)).toEqual(spec[2][name])
})

test.each(Object.entries(spec[2]).filter(([name]) => !ours[2].has(name)))(
  'API version 2 can be spoken with %s of proto/v3: what it has more is never required',
  (name, message) => {
    const type = toSpec(ours[3].get(name)!)
    const numbers = message.fields.map(({ number }) => number)
    expect({ ...type, fields: type.fields.filter(({ number }) => numbers.includes(number)) }).toEqual(message)
    const added = type.fields.filter(({ number }) => !numbers.includes(number))
    expect(added.map(({ label }) => label)).not.toContain('required')
  },
)

test('proto/v2 holds only what proto/v3 can not stand for', () => {
  expect([...ours[2].keys()].sort()).toEqual([
    'Candidate',
    'EventRscDeploymentState',
    'EventRscDfnReady',
    'EventSnapshotDeployment',
    'MsgCrtRsc',
    'MsgRspMaxVlmSizes',
  ])
})
