import type { SynnefoSession } from '@x/kamaki-astakos'

/** What the clients of this package are made from. */
export interface CreateCycladesClientParameters {
  /** A session of `@x/kamaki-astakos`; several clients may share it. */
  session: SynnefoSession
}

/** The bare client: what the actions of this package take as first argument. */
export interface CycladesClient {
  readonly kind: 'cyclades'
  readonly session: SynnefoSession
}

/**
 * Makes the client that single actions take. Sends nothing.
 *
 * @example
 * const client = createCycladesClient({ session })
 * const servers = await listServers(client, { detail: true })
 */
export function createCycladesClient({ session }: CreateCycladesClientParameters): CycladesClient {
  return Object.freeze({ kind: 'cyclades', session })
}
