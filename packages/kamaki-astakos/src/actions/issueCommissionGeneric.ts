import type { HttpCallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import { type CommissionParameters, postCommission } from '../internal/postCommission.js'
import { mkProvisions } from '../mkProvisions.js'

/** What {@link issueCommissionGeneric} takes. */
export interface IssueCommissionGenericParameters extends CommissionParameters {
  /** What users take from which project. Quantities are bytes or pieces; negative ones give back. */
  userProvisions: readonly { user: string; project: string; resource: string; quantity: number | bigint }[]
  /** What is taken by the projects as a whole. */
  projectProvisions: readonly { project: string; resource: string; quantity: number | bigint }[]
}

/**
 * Takes resources for several users and projects at once. Needs the token of a service.
 *
 * Sent once: a second attempt could take the resources twice.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param parameters - What is taken.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns The serial of the commission.
 * @throws {SynnefoApiError} 413 when a quota is too small, with the figures in `quota`; 404 when a holding is unknown.
 * @throws {ProtocolError} when the answer has no serial.
 * @see Synnefo 0.21, account API 1.0, `POST /commissions`
 * @example
 * const serial = await issueCommissionGeneric(client, { userProvisions: [{ user, project, resource: 'cyclades.vm', quantity: 1 }], projectProvisions: [] })
 */
export async function issueCommissionGeneric(
  client: AstakosClient,
  parameters: IssueCommissionGenericParameters,
  options: HttpCallOptions = {},
): Promise<number> {
  const provisions = [
    ...parameters.userProvisions.map(
      ({ user, project, resource, quantity }) => mkProvisions({ holder: user, source: project, resource, quantity })[0],
    ),
    ...parameters.projectProvisions.map(
      ({ project, resource, quantity }) => mkProvisions({ holder: '', source: project, resource, quantity })[1],
    ),
  ]
  return postCommission(client, 'issueCommissionGeneric', parameters, provisions, options)
}
