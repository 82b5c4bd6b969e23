/** Names of a message and its fields, for errors. */
export interface MessageShape {
  readonly name: string
  /** By number of the field. */
  readonly fields: Readonly<Record<number, string>>
}
