import { posix } from 'node:path'
import type { ProtoEnum, ProtoMessage } from './ProtoMessage.ts'
import { renderDecode } from './renderDecode.ts'
import { renderDoc } from './renderDoc.ts'
import { renderEncode } from './renderEncode.ts'
import { typeOfField } from './typeOfField.ts'

/** Writes the module of one message: its interface, its enums, `encodeX` and `decodeX`. */
export function renderMessage(message: ProtoMessage): string {
  const body = [
    ...message.enums.map((type) => renderEnum(message, type)),
    renderInterface(message),
    renderShape(message),
    renderEncode(message),
    renderDecode(message),
  ].join('\n\n')
  return `${renderImports(message, body)}\n\n${body}\n`
}

/** Name that an enum has outside of its message: `NodeConnectionStatus`, `MsgHeaderMsgType`. */
function renderEnum(message: ProtoMessage, type: ProtoEnum): string {
  const name = message.name + type.name
  const values = type.values.map((value) => `${renderDoc(value.comment, '  ')}  ${value.name}: ${value.number},`)
  return [
    `${renderDoc(type.comment)}export const ${name} = {`,
    ...values,
    '} as const',
    '',
    `${renderDoc(`${type.comment} Numbers that this version does not know are kept.`)}export type ${name} =`,
    `  | (typeof ${name})[keyof typeof ${name}]`,
    '  | (number & {})',
  ].join('\n')
}

function renderInterface(message: ProtoMessage): string {
  const fields = message.fields.map((field) => {
    const optional = field.label === 'optional' ? '?' : ''
    return `${renderDoc(field.comment, '  ')}  ${field.name}${optional}: ${typeOfField(message, field)}`
  })
  return [
    `${renderDoc(message.comment)}export interface ${message.name} {`,
    ...fields,
    '  /** Fields that the schema does not know, as received. */',
    '  [unknownFields]?: Uint8Array | undefined',
    '}',
  ].join('\n')
}

const renderShape = ({ name, fields }: ProtoMessage): string =>
  `const shape = { name: '${name}', fields: { ${fields.map((field) => `${field.number}: '${field.name}'`).join(', ')} } }`

function renderImports(message: ProtoMessage, body: string): string {
  const here = posix.dirname(posix.join('src/messages', message.module))
  const from = (path: string): string => {
    const relative = posix.relative(here, path)
    return relative.startsWith('.') ? relative : `./${relative}`
  }
  const uses = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(body)
  const lines = [`import type { Reader, Writer } from 'protobufjs/minimal.js'`]
  for (const helper of helpers) {
    if (uses(helper)) lines.push(`import { ${helper} } from '${from(`src/internal/${helper}`)}.js'`)
  }
  lines.push(`import type { MessageInput } from '${from('src/MessageInput')}.js'`)
  lines.push(`import { unknownFields } from '${from('src/unknownFields')}.js'`)
  for (const [name, module] of [...message.imports].sort()) {
    lines.push(`import { decode${name}, encode${name}, type ${name} } from '${from(`src/messages/${module}`)}.js'`)
  }
  return lines.join('\n')
}

const helpers = [
  'append',
  'attachUnknown',
  'checkMessage',
  'createReader',
  'createWriter',
  'decodeFailure',
  'missingField',
  'overrun',
  'readEnd',
  'readInt64',
  'readSafeUint64',
  'readSint64',
  'readString',
  'readUint64',
  'skipUnknown',
  'writeBool',
  'writeInt32',
  'writeInt64',
  'writeMessage',
  'writeMessages',
  'writeSafeUint64',
  'writeSint32',
  'writeSint64',
  'writeString',
  'writeStrings',
  'writeUint32',
  'writeUint64',
  'writeUnknown',
]
