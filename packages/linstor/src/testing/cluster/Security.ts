/** Who may do what. */
export interface Security {
  /** `NO_SECURITY` allows everything. With `MAC` some calls need a client that signed in. */
  readonly level: 'NO_SECURITY' | 'RBAC' | 'MAC'
  /** Whether nothing but `SignIn` is open to a client that did not sign in. */
  readonly authenticationRequired: boolean
  /** Who can sign in, by name in capitals. */
  readonly identities: ReadonlyMap<string, { readonly name: string; readonly password: string; readonly role: string }>
  /** The master passphrase, once there is one. */
  passphrase: string | undefined
  /** Whether the passphrase was entered since the controller started. */
  unlocked: boolean
}
