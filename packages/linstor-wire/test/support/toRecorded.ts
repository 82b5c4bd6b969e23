import { camelCase } from './camelCase.js'
import { readSpec, type SpecField } from './readSpec.js'

const spec = readSpec()

/**
 * A decoded message as the recordings have it: names as in the .proto files, 64-bit numbers as text,
 * nothing for what is absent.
 */
export function toRecorded(message: object, name: string, version: '2' | '3'): Record<string, unknown> {
  const recorded: Record<string, unknown> = {}
  for (const field of spec[version][name]?.fields ?? []) {
    const value = Reflect.get(message, camelCase(field.name))
    if (value === undefined || (Array.isArray(value) && value.length === 0)) continue
    recorded[field.name] = Array.isArray(value)
      ? value.map((item) => toValue(item, field, version))
      : toValue(value, field, version)
  }
  return recorded
}

function toValue(value: unknown, field: SpecField, version: '2' | '3'): unknown {
  if (field.type === 'message') return toRecorded(value as object, field.typeName ?? '', version)
  // LINSTOR 0.6.0 declared connection_status, the other enum, as a number.
  if (field.name === 'msg_type') return ['ONEWAY', 'API_CALL', 'ANSWER', 'COMPLETE'][value as number]
  return field.type.endsWith('64') ? String(value) : value
}
