import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'

/** What {@link createServerImage} takes. */
export interface CreateServerImageParameters {
  /** Which server. */
  serverId: Id
  /** Name of the image. */
  imageName: string
  /** Metadata of the image. @default none */
  metadata?: Readonly<Record<string, string>> | undefined
}

/**
 * Makes an image of a server; answers its address.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Of what, and how it is called.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns The address of the new image, where the service says it.
 * @throws {SynnefoApiError} when the service refuses.
 * @deprecated Synnefo answers 400: make a snapshot of the root volume. Other OpenStack clouds know it.
 * @see OpenStack compute API 2.0, `POST /servers/{serverId}/action`
 * @example
 * const url = await createServerImage(client, { serverId, imageName: 'backup' })
 */
export function createServerImage(
  client: CycladesClient,
  parameters: CreateServerImageParameters,
  options: HttpCallOptions = {},
): Promise<string | undefined> {
  const { serverId, imageName, metadata = {} } = parameters
  return client.session.request({
    ...options,
    operation: 'createServerImage',
    service: 'compute',
    method: 'POST',
    path: ['servers', serverId, 'action'],
    json: { createImage: { name: imageName, metadata } },
    success: [202],
    idempotent: false,
    read: async (answer) => {
      await answer.discard()
      return answer.headers.get('location') ?? undefined
    },
  })
}
