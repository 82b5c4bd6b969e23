/** A user of a fake cloud. */
export interface FakeUser {
  /** A uuid; also the id of the user's own project. */
  readonly id: string
  /** For people: `Ada Lovelace`. */
  readonly name: string
  /** The name that the user catalogs know: `ada@example.org`. */
  readonly email: string
  /** What `X-Auth-Token` must hold. Change it to refuse the old one. */
  token: string
  /** When the token ends, in milliseconds since 1970. */
  tokenExpires: number
  /** The project that new resources are charged to. */
  defaultProject: string
  /** May approve, deny and suspend projects. */
  readonly admin: boolean
  /** Stands for a service of the cloud: may issue commissions and look everybody up. */
  readonly service: boolean
  /** Whether the account may be used. */
  active: boolean
}

/** What a test says about a user; the rest has defaults. */
export type FakeUserInput = Partial<FakeUser> & Pick<FakeUser, 'email'>
