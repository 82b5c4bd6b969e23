import type { ZodMiniType } from 'zod/mini'
import type { $ZodType, $ZodTypes } from 'zod/v4/core'

/** What a reader answers for a value that is not of its shape. */
export const unfit: unique symbol = Symbol('unfit')

/** Checks a value and answers it as its schema would, or {@link unfit}. */
export type Reader = (value: unknown) => unknown

/**
 * Makes a reader of what a schema describes. It gives no reasons, and changes the value in place, where the schema makes
 * copies: what was just parsed belongs to nobody else, and copying a long list takes longer than fetching it.
 */
export function createReader(schema: $ZodType): Reader {
  const { def } = (schema as $ZodTypes)._zod
  // Conditions of its own: those are for the schema.
  if (def.checks !== undefined && def.checks.length > 0) return askSchema(schema)
  switch (def.type) {
    case 'unknown':
      return (value) => value
    case 'string':
    case 'boolean':
    case 'bigint': {
      if ('format' in def) return askSchema(schema)
      const { type } = def
      return (value) => (typeof value === type ? value : unfit)
    }
    case 'number':
      if (!('format' in def)) return (value) => (Number.isFinite(value) ? value : unfit)
      return def.format === 'safeint' ? (value) => (Number.isSafeInteger(value) ? value : unfit) : askSchema(schema)
    case 'optional':
      return unless(undefined, def.innerType)
    case 'nullable':
      return unless(null, def.innerType)
    case 'array':
      return readArray(createReader(def.element))
    case 'record':
      return isPlain(def.keyType, 'string') ? readRecord(createReader(def.valueType)) : askSchema(schema)
    case 'object':
      return isPlain(def.catchall, 'unknown') ? readObject(def.shape) : askSchema(schema)
    default:
      return askSchema(schema)
  }
}

const isPlain = (schema: $ZodType | undefined, type: string): boolean => {
  const def = schema?._zod.def
  return def?.type === type && !def.checks?.length
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function askSchema(schema: $ZodType): Reader {
  return (value) => {
    const { success, data } = (schema as ZodMiniType).safeParse(value)
    return success ? data : unfit
  }
}

function unless(nothing: null | undefined, schema: $ZodType): Reader {
  const read = createReader(schema)
  return (value) => (value === nothing ? value : read(value))
}

function readArray(read: Reader): Reader {
  return (list) => {
    if (!Array.isArray(list)) return unfit
    for (let index = 0; index < list.length; index++) {
      const given: unknown = list[index]
      const value = read(given)
      if (value === unfit) return unfit
      if (value !== given) list[index] = value
    }
    return list
  }
}

function readRecord(read: Reader): Reader {
  return (record) => {
    if (!isObject(record)) return unfit
    for (const key of Object.keys(record)) if (!replaced(record, key, read)) return unfit
    return record
  }
}

function readObject(shape: Readonly<Record<string, $ZodType>>): Reader {
  const fields = Object.entries(shape).map(([key, schema]) => ({ key, read: createReader(schema) }))
  return (object) => {
    if (!isObject(object)) return unfit
    for (const { key, read } of fields) if (!replaced(object, key, read)) return unfit
    return object
  }
}

function replaced(object: Record<string, unknown>, key: string, read: Reader): boolean {
  const given = object[key]
  const value = read(given)
  if (value === unfit) return false
  if (value !== given) object[key] = value
  return true
}
