import type { HttpCallOptions } from '@x/core-errors'
import { requestJson } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { type Keypair, keypair } from '../../schemas/Keypair.js'

const answer = z.looseObject({ keypairs: z.array(z.looseObject({ keypair })) })

/**
 * The key pairs of the user.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, compute API 2.0, `GET /os-keypairs`
 * @example
 * const names = (await listKeypairs(client)).map(({ name }) => name)
 */
export async function listKeypairs(client: CycladesClient, options: HttpCallOptions = {}): Promise<Keypair[]> {
  const { keypairs } = await requestJson(client.session, {
    ...options,
    operation: 'listKeypairs',
    service: 'compute',
    method: 'GET',
    path: ['os-keypairs'],
    success: [200],
    idempotent: true,
    schema: answer,
  })
  return keypairs.map((item) => item.keypair)
}
