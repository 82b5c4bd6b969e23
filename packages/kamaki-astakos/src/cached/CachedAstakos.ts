import type { CallOptions, HttpCallOptions } from '@x/core-errors'
import type { Astakos } from '../Astakos.js'
import type { GetServiceEndpointsParameters } from '../actions/getServiceEndpoints.js'
import type { SetDefaultProjectParameters } from '../actions/setDefaultProject.js'
import type { UserInfo } from '../actions/userInfo.js'
import type { Access } from '../schemas/Access.js'
import type { CatalogEndpoint } from '../schemas/CatalogEndpoint.js'
import type { CatalogService } from '../schemas/CatalogService.js'
import type { User } from '../schemas/User.js'

/** Whom a call is about. */
export interface OfToken {
  /** The user's token; of an array the first one counts. @default the token that the client was made with */
  token?: string | readonly string[] | undefined
}

/** A remembered user with the token. */
export interface CachedUser extends User {
  auth_token: string
}

/**
 * The identity service for several users at once. What it learned about each is kept: as long as the token lasts, or
 * until {@link CachedAstakos.removeUser}.
 */
export interface CachedAstakos {
  /** Asks the server about a token, and remembers the answer. */
  authenticate(parameters?: OfToken, options?: CallOptions): Promise<Access>
  /** The client of one user, with every call of the identity and account services. */
  getClient(parameters?: OfToken, options?: CallOptions): Promise<Astakos>
  /** The catalog. */
  getServices(parameters?: OfToken, options?: CallOptions): Promise<readonly CatalogService[]>
  /** The first service of a type, in any case. @throws {ProtocolError} when there is none. */
  getServiceDetails(parameters: OfToken & { serviceType: string }, options?: CallOptions): Promise<CatalogService>
  /** The only endpoint of a type and version, both in any case. @throws {ProtocolError} when there is none, or more than one. */
  getServiceEndpoints(
    parameters: OfToken & GetServiceEndpointsParameters,
    options?: CallOptions,
  ): Promise<CatalogEndpoint>
  /** The address of that endpoint. @throws {ProtocolError} when there is none, or more than one. */
  getEndpointUrl(parameters: OfToken & GetServiceEndpointsParameters, options?: CallOptions): Promise<string>
  /** The user, with `default_project`. */
  userInfo(parameters?: OfToken, options?: CallOptions): Promise<UserInfo>
  /** One field of the user; `undefined` when there is no such field. */
  userTerm(parameters: OfToken & { key: string }, options?: CallOptions): Promise<unknown>
  /** The same as `userTerm`. */
  term(parameters: OfToken & { key: string }, options?: CallOptions): Promise<unknown>
  /** The remembered users, after authenticating when there is none. */
  listUsers(options?: CallOptions): Promise<CachedUser[]>
  /** Forgets a user. @throws {ConfigurationError} for one that is not remembered. */
  removeUser(parameters: { uuid: string }): void
  /** The token of a remembered user. @throws {ConfigurationError} for one that is not remembered. */
  getToken(parameters: { uuid: string }): string
  /** Names by uuid: all that were looked up so far. The server is only asked when one of the given is missing. */
  uuids2usernames(
    parameters: OfToken & { uuids: readonly string[] },
    options?: HttpCallOptions,
  ): Promise<Record<string, string>>
  /** Uuids by name: all that were looked up so far. The server is only asked when one of the given is missing. */
  usernames2uuids(
    parameters: OfToken & { usernames: readonly string[] },
    options?: HttpCallOptions,
  ): Promise<Record<string, string>>
  /** `uuids2usernames` when `uuids` is given, else `usernames2uuids`. */
  postUserCatalogs(
    parameters: OfToken & { uuids?: readonly string[] | undefined; displaynames?: readonly string[] | undefined },
    options?: HttpCallOptions,
  ): Promise<Record<string, string>>
  /** Sets the user's default project, and forgets the one that was remembered. */
  userSetDefaultProject(parameters: OfToken & SetDefaultProjectParameters, options?: HttpCallOptions): Promise<void>
}
