import { ConfigurationError } from '@x/core-errors'
import type { SynnefoSession } from '@x/kamaki-astakos'

/** What a Pithos client is made from. */
export interface CreatePithosClientParameters {
  /** Token and addresses: see `createSynnefoSession` of `@x/kamaki-astakos`. */
  session: SynnefoSession
  /** The container that calls are about when they name none. */
  container?: string | undefined
  /** The account that calls are about when they name none: a user's uuid. @default the user of the session's token */
  account?: string | undefined
}

/** The bare client: what actions take as first argument. */
export interface PithosClient {
  readonly kind: 'pithos'
  readonly session: SynnefoSession
  readonly config: {
    readonly container: string | undefined
    readonly account: string | undefined
  }
}

/**
 * Makes the client that single actions take. Sends nothing.
 *
 * @throws {ConfigurationError} when a name is empty.
 * @example
 * const client = createPithosClient({ session, container: 'pithos' })
 * const { objectCount } = await getContainerInfo(client)
 */
export function createPithosClient({ session, container, account }: CreatePithosClientParameters): PithosClient {
  for (const [path, value] of Object.entries({ container, account })) {
    if (value === '') throw new ConfigurationError(`The name of the ${path} is empty`, { path })
  }
  return Object.freeze({ kind: 'pithos', session, config: Object.freeze({ container, account }) })
}
