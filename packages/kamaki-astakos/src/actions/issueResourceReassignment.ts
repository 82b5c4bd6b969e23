import type { HttpCallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import { type CommissionParameters, postCommission } from '../internal/postCommission.js'
import { mkProvisions } from '../mkProvisions.js'

/** What {@link issueResourceReassignment} takes. */
export interface IssueResourceReassignmentParameters extends CommissionParameters {
  /** Uuid of the user whose resources move. */
  holder: string
  /** What moves from where to where. Quantities are bytes or pieces. */
  provisions: readonly { fromProject: string; toProject: string; resource: string; quantity: number | bigint }[]
}

/**
 * Moves resources of one user from project to project. Needs the token of a service.
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
 * const serial = await issueResourceReassignment(client, { holder, provisions: [{ fromProject, toProject, resource: 'cyclades.vm', quantity: 1 }] })
 */
export async function issueResourceReassignment(
  client: AstakosClient,
  parameters: IssueResourceReassignmentParameters,
  options: HttpCallOptions = {},
): Promise<number> {
  const { holder } = parameters
  const provisions = parameters.provisions.flatMap(({ fromProject, toProject, resource, quantity }) => [
    ...mkProvisions({ holder, source: fromProject, resource, quantity: -quantity }),
    ...mkProvisions({ holder, source: toProject, resource, quantity }),
  ])
  return postCommission(client, 'issueResourceReassignment', parameters, provisions, options)
}
