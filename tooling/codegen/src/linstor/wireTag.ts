import type { ProtoField } from './ProtoMessage.ts'

/** The number that stands before each value of a field: field number and wire type. */
export const wireTag = (field: ProtoField): number =>
  field.number * 8 + (field.type === 'message' || field.type === 'string' ? 2 : 0)
