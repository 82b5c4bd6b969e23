import type { ProtoField, ProtoMessage } from './ProtoMessage.ts'
import { typeOfValue } from './typeOfField.ts'
import { wireTag } from './wireTag.ts'

/**
 * Writes `decodeX`. Values are gathered in variables and the object is made at the end in one piece, so that all
 * messages of a kind have the same hidden class.
 */
export function renderDecode(message: ProtoMessage): string {
  const { name, fields } = message
  const lists = fields.filter((field) => field.label === 'repeated').map((field) => field.name)
  const clash = fields.find((field) => locals.includes(field.name))
  if (clash !== undefined)
    throw new Error(`${message.source}: ${clash.name} is the name of a variable of decode${name}`)
  const required = fields.filter((field) => field.label === 'required')
  return [
    '/**',
    ` * Decodes one {@link ${name}}.`,
    ' *',
    ' * @param input - The bytes, or a reader that stands at the first field.',
    ' * @param end - Position at which the message ends. @default the end of the bytes',
    ' * @throws {ProtocolError} when the bytes are not such a message; `path` names the offending field.',
    ' */',
    `export function decode${name}(input: Reader | Uint8Array, end?: number): ${name} {`,
    '  const reader = createReader(input)',
    '  const limit = end ?? reader.len',
    ...fields.map((field) => `  ${renderVariable(message, field)}`),
    '  let unknown: Writer | undefined',
    '  let tag = 0',
    '  try {',
    '    while (reader.pos < limit) {',
    '      const start = reader.pos',
    '      tag = reader.uint32()',
    '      switch (tag) {',
    ...fields.flatMap((field) => [
      `        case ${wireTag(field)}:`,
      `          ${renderRead(field)}`,
      '          break',
    ]),
    '        default:',
    '          unknown = skipUnknown(reader, tag, start, unknown)',
    '      }',
    '    }',
    '    if (reader.pos !== limit) throw overrun()',
    '  } catch (error) {',
    `    throw decodeFailure(error, shape, tag${lists.length === 0 ? '' : `, { ${lists.join(', ')} }`})`,
    '  }',
    ...required.map((field) => `  if (${field.name} === undefined) throw missingField(shape, ${wireTag(field)})`),
    `  const decoded: ${name} = { ${fields.map(renderProperty).join(', ')} }`,
    '  return unknown === undefined ? decoded : attachUnknown(decoded, unknown)',
    '}',
  ].join('\n')
}

const locals = ['decoded', 'end', 'input', 'limit', 'reader', 'start', 'tag', 'unknown']

function renderVariable(message: ProtoMessage, field: ProtoField): string {
  const type = typeOfValue(message, field)
  return `let ${field.name}: ${type}${field.label === 'repeated' ? '[]' : ''} | undefined`
}

const renderProperty = ({ name, label }: ProtoField): string => (label === 'repeated' ? `${name}: ${name} ?? []` : name)

function renderRead(field: ProtoField): string {
  const value = field.type === 'message' ? `decode${field.typeName}(reader, readEnd(reader))` : reads(field)
  return `${field.name} = ${field.label === 'repeated' ? `append(${field.name}, ${value})` : value}`
}

function reads(field: ProtoField): string {
  if (field.asNumber) return 'readSafeUint64(reader)'
  if (['int64', 'sint64', 'uint64', 'string'].includes(field.type)) {
    return `read${field.type.charAt(0).toUpperCase()}${field.type.slice(1)}(reader)`
  }
  return `reader.${field.type === 'enum' ? 'int32' : field.type}()`
}
