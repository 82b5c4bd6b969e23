import type { HttpCallOptions } from '@x/core-errors'
import { type Id, requestJson, requireGiven, whenGiven } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { base64 } from '../../internal/base64.js'
import { networksBody } from '../../internal/networksBody.js'
import { personalityBody } from '../../internal/personalityBody.js'
import type { PersonalityFile } from '../../PersonalityFile.js'
import type { ServerNetwork } from '../../ServerNetwork.js'
import { type CreatedServer, createdServer } from '../../schemas/CreatedServer.js'

const answer = z.looseObject({ server: createdServer })

/** What {@link createServer} takes. */
export interface CreateServerParameters {
  name: string
  /** Which flavor. */
  flavorId: Id
  /** Which image. */
  imageId: string
  /** Sent in the query. */
  securityGroup?: string | undefined
  /** For the system in the image. Sent in the query. */
  userData?: string | Uint8Array | undefined
  /** Sent in the query. */
  availabilityZone?: string | undefined
  metadata?: Readonly<Record<string, string>> | undefined
  /** Files to put into the server. */
  personality?: readonly PersonalityFile[] | undefined
  /** The networks. Left out, the cloud decides; an empty array means none. */
  networks?: readonly ServerNetwork[] | undefined
  tags?: readonly string[] | undefined
}

/**
 * Creates a server on another OpenStack cloud than Synnefo: the image is not looked up, and some fields go into the query.
 *
 * Sent once: a second attempt could create a second server.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What server.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {ConfigurationError} for networks that are no array, files without content.
 * @throws {SynnefoApiError} when the service refuses.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see OpenStack compute API 2.0, `POST /servers`
 * @example
 * const { id } = await createServer(client, { name: 'web-1', flavorId, imageId })
 */
export async function createServer(
  client: CycladesClient,
  parameters: CreateServerParameters,
  options: HttpCallOptions = {},
): Promise<CreatedServer> {
  const userData = base64(parameters.userData ?? '')
  const body = await requestJson(client.session, {
    ...options,
    operation: 'createServer',
    service: 'compute',
    method: 'POST',
    path: ['servers'],
    query: {
      security_group: whenGiven(parameters.securityGroup),
      user_data: whenGiven(userData),
      availability_zone: whenGiven(parameters.availabilityZone),
    },
    json: {
      server: {
        name: requireGiven('name', parameters.name),
        flavorRef: requireGiven('flavorId', parameters.flavorId),
        imageRef: requireGiven('imageId', parameters.imageId),
        metadata: whenGiven(parameters.metadata),
        personality: whenGiven(personalityBody(parameters.personality)),
        networks: networksBody(parameters.networks),
        tags: parameters.tags,
      },
    },
    success: [202],
    idempotent: false,
    secrets: [userData], // it is part of the address
    schema: answer,
  })
  return body.server
}
