import type { HttpCallOptions } from '@x/core-errors'
import * as z from 'zod/mini'
import type { AstakosClient } from '../createAstakosClient.js'
import { requestJson } from '../http/requestJson.js'
import type { NewProvision } from '../mkProvisions.js'

const answer = z.looseObject({ serial: z.int() })

/** What all ways of issuing a commission have in common. */
export interface CommissionParameters {
  /** For the operators of the cloud. @default empty */
  name?: string | undefined
  /** Takes resources beyond the limits. @default false */
  force?: boolean | undefined
  /** Accepts the commission at once. @default false */
  autoAccept?: boolean | undefined
}

/** Issues a commission and answers its serial. Never sent twice: resources could be taken twice. */
export async function postCommission(
  client: AstakosClient,
  operation: string,
  parameters: CommissionParameters,
  provisions: readonly NewProvision[],
  options: HttpCallOptions,
): Promise<number> {
  const { name = '', force = false, autoAccept = false } = parameters
  const { serial } = await requestJson(client.session, {
    ...options,
    operation,
    service: 'account',
    method: 'POST',
    path: ['commissions'],
    json: { force, auto_accept: autoAccept, name, provisions },
    idempotent: false,
    schema: answer,
  })
  return serial
}
