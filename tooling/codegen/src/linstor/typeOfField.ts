import type { ProtoField, ProtoMessage } from './ProtoMessage.ts'

/** The TypeScript type of a field in the generated interface. */
export function typeOfField(message: ProtoMessage, field: ProtoField): string {
  const type = typeOfValue(message, field)
  if (field.label === 'repeated') return `${type}[]`
  return field.label === 'optional' ? `${type} | undefined` : type
}

/** The TypeScript type of one value of a field. */
export function typeOfValue(message: ProtoMessage, field: ProtoField): string {
  if (field.type === 'message') return field.typeName ?? ''
  if (field.type === 'enum') return message.name + field.typeName
  const type = field.asNumber ? 'number' : scalars[field.type]
  if (type === undefined) throw new Error(`${message.source}: no code for fields of type ${field.type}`)
  return type
}

const scalars: Record<string, string> = {
  bool: 'boolean',
  int32: 'number',
  sint32: 'number',
  uint32: 'number',
  int64: 'bigint',
  sint64: 'bigint',
  uint64: 'bigint',
  string: 'string',
}
