import type { HttpCallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import { type CommissionParameters, postCommission } from '../internal/postCommission.js'
import { mkProvisions } from '../mkProvisions.js'

/** What {@link issueOneCommission} takes. */
export interface IssueOneCommissionParameters extends CommissionParameters {
  /** Uuid of the user who takes. */
  holder: string
  /** What is taken from which project. Quantities are bytes or pieces; negative ones give back. */
  provisions: readonly { project: string; resource: string; quantity: number | bigint }[]
}

/**
 * Takes resources for one user out of projects, to be accepted or rejected. Needs the token of a service.
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
 * const serial = await issueOneCommission(client, { holder, provisions: [{ project, resource: 'cyclades.vm', quantity: 1 }] })
 */
export async function issueOneCommission(
  client: AstakosClient,
  parameters: IssueOneCommissionParameters,
  options: HttpCallOptions = {},
): Promise<number> {
  const { holder } = parameters
  const provisions = parameters.provisions.flatMap(({ project, resource, quantity }) =>
    mkProvisions({ holder, source: project, resource, quantity }),
  )
  return postCommission(client, 'issueOneCommission', parameters, provisions, options)
}
