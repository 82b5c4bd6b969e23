import type { ProtoField, ProtoMessage } from './ProtoMessage.ts'
import { wireTag } from './wireTag.ts'

/** Writes `encodeX`: fields in ascending order of their numbers, each checked before it is written. */
export function renderEncode(message: ProtoMessage): string {
  const { name } = message
  return [
    '/**',
    ` * Encodes one {@link ${name}}; \`encode${name}(message).finish()\` gives the bytes.`,
    ' *',
    ' * @param writer - Appends to this writer instead of a new one. After an error its content is of no use.',
    ' * @throws {ConfigurationError} when a required field is missing or a value does not fit its field; `path` says which.',
    ' */',
    `export function encode${name}(message: MessageInput<${name}>, writer: Writer = createWriter()): Writer {`,
    '  checkMessage(message, shape)',
    ...message.fields.map((field) => `  ${renderField(message, field)}`),
    '  const unknown = message[unknownFields]',
    '  if (unknown !== undefined) writeUnknown(writer, unknown, shape)',
    '  return writer',
    '}',
  ].join('\n')
}

function renderField(message: ProtoMessage, field: ProtoField): string {
  const value = `message.${field.name}`
  const encode = field.type === 'message' ? `, encode${field.typeName}` : ''
  const call = `${writerOf(message, field)}(writer, ${wireTag(field)}, ${value}, shape${encode})`
  return field.label === 'required' ? call : `if (${value} !== undefined) ${call}`
}

function writerOf(message: ProtoMessage, field: ProtoField): string {
  if (field.label === 'repeated') {
    const writer = { message: 'writeMessages', string: 'writeStrings' }[field.type]
    if (writer === undefined) throw new Error(`${message.source}: no code for repeated ${field.type}`)
    return writer
  }
  if (field.asNumber && field.type !== 'uint64')
    throw new Error(`${message.source}: no code for ${field.type} as number`)
  if (field.asNumber) return 'writeSafeUint64'
  const type = field.type === 'enum' ? 'int32' : field.type
  return `write${type.charAt(0).toUpperCase()}${type.slice(1)}`
}
