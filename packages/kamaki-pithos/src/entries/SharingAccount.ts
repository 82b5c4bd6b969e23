/** An account that shares something with the user. */
export interface SharingAccount {
  /** The account's uuid. */
  readonly name: string
  /** ISO 8601 with a zone. */
  readonly last_modified?: string
}
