/**
 * What an `encodeX` function takes: the message as `decodeX` gives it, but lists may be left out (an absent list and an
 * empty one are the same bytes), in nested messages as well.
 */
export type MessageInput<T> = {
  [Key in keyof T as T[Key] extends readonly unknown[] ? never : Key]: FieldInput<T[Key]>
} & {
  [Key in keyof T as T[Key] extends readonly unknown[] ? Key : never]?: FieldInput<T[Key]> | undefined
}

/** What one field of a {@link MessageInput} takes. */
export type FieldInput<Value> = Value extends string | number | bigint | boolean | Uint8Array | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly FieldInput<Item>[]
    : MessageInput<Value>
