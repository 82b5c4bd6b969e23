import type { CallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import type { User } from '../schemas/User.js'

/** A user, with the project that new resources are charged to. */
export interface UserInfo extends User {
  /** Id of the default project; the user's own uuid unless it was changed. */
  default_project: string
}

/**
 * The user of the token, as the session remembers it; `default_project` is the project that new resources are charged
 * to.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param options - Per-call `signal`.
 * @throws {SynnefoApiError} 401 for a token that is not accepted.
 * @example
 * const { name } = await userInfo(client)
 */
export async function userInfo(client: AstakosClient, options: CallOptions = {}): Promise<UserInfo> {
  const { user, token } = await client.session.access(options)
  return { ...user, default_project: token.tenant.id }
}
