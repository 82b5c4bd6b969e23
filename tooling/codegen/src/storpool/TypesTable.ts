/** `packages/storpool/spec/types.json`: every type of the API. */
export interface TypesTable {
  source: string
  scalars: Record<string, ScalarEntry>
  unions: Record<string, { doc: string; type: string }>
  objects: Record<string, ObjectEntry>
}

/** A type of single values. */
export interface ScalarEntry {
  doc: string
  /** `indexedEnum`: the wire carries the index of the name. */
  kind: 'integer' | 'integerOrToken' | 'enum' | 'indexedEnum' | 'text'
  /** Integers: bounds. A bound past 2^53 is text. */
  min?: number
  max?: number | string
  multipleOf?: number
  /** Integers of 64 bits. */
  wide?: boolean
  /** `integerOrToken`: what may stand instead. */
  token?: string
  /** Enums: the values. */
  values?: (string | number)[]
  /** Texts: a regular expression. */
  pattern?: string
  /** Texts: in characters. */
  maxLength?: number
  /** Texts: words that the pattern allows and the server does not. */
  forbidden?: string[]
  /** First version of the bindings that has it; left out for 1.0.0. */
  since?: string
}

/** A type of objects. */
export interface ObjectEntry {
  doc: string
  /** The type whose members it has, too. */
  extends?: string
  since?: string
  /** Name in TypeScript, where the upstream one differs from another in case alone. */
  typescript?: string
  /** Whether exactly one of the members must be there. */
  exactlyOne?: boolean
  fields: Record<string, FieldEntry>
}

/** A member of an object. */
export interface FieldEntry {
  /** An expression over the names of types, see `parseType`. */
  type: string
  doc?: string
  /** Whether the integers in it have 64 bits. */
  wide?: boolean
  since?: string
  /** Bodies: asked for by TypeScript although the server takes its absence for an empty list. */
  expected?: boolean
}
