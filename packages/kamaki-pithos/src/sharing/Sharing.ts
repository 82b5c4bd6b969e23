/** Everybody who has an account. */
export type Everybody = '*'

/**
 * Whom an object is shared with: the uuid of an account, a group as `<account>:<group>`, or `*` for everybody who has an
 * account. The server keeps them in lower case.
 */
export type Grantee = Everybody | `${string}:${string}` | (string & {})

/** Who besides the owner may use an object. Who may write may read as well. */
export interface Sharing {
  readonly read: readonly Grantee[]
  readonly write: readonly Grantee[]
}
