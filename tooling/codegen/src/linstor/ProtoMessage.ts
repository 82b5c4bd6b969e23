/** One field of a message, as its .proto file declares it. */
export interface ProtoField {
  /** In camelCase, as the generated code spells it. */
  name: string
  number: number
  label: 'required' | 'optional' | 'repeated'
  /** A scalar type, `enum`, or `message`. */
  type: string
  /** Name of the enum or the message, for fields of these types. */
  typeName: string | undefined
  /** Whether the option `jstype = JS_NUMBER` asks for a checked number instead of a bigint. */
  asNumber: boolean
  comment: string
}

/** An enum declared in a message. */
export interface ProtoEnum {
  name: string
  comment: string
  values: { name: string; number: number; comment: string }[]
}

/** One message, which is one .proto file. */
export interface ProtoMessage {
  name: string
  /** Path of the generated module below `src/messages`, without extension: `Node`, `v2/MsgCrtRsc`. */
  module: string
  /** Path of the .proto file from the root of the repository. */
  source: string
  comment: string
  fields: ProtoField[]
  enums: ProtoEnum[]
  /** Modules of the messages that fields refer to, by name of the message. */
  imports: ReadonlyMap<string, string>
}
