import { ConfigurationError, type HttpCallOptions } from '@x/core-errors'
import { type Id, requestJson, requireGiven, whenGiven } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import type { CycladesClient } from '../../createCycladesClient.js'
import { base64 } from '../../internal/base64.js'
import { networksBody } from '../../internal/networksBody.js'
import { personalityBody } from '../../internal/personalityBody.js'
import type { PersonalityFile } from '../../PersonalityFile.js'
import type { ServerNetwork } from '../../ServerNetwork.js'
import { type CreatedServer, createdServer } from '../../schemas/CreatedServer.js'
import { getImageDetails } from './getImageDetails.js'

const answer = z.looseObject({ server: createdServer })

/** A disk of a new server. */
export interface BlockDevice {
  source_type: 'image' | 'volume' | 'snapshot' | 'blank'
  /** What it is made from; none for `blank`. */
  uuid?: Id | undefined
  /** GiB. */
  volume_size?: number | undefined
  delete_on_termination?: boolean | undefined
}

/** What {@link createServer} takes. */
export interface CreateServerParameters {
  /** At most 255 characters. */
  name: string
  /** Which flavor. */
  flavorId: Id
  /** Which image. */
  imageId: string
  /** Names of key pairs to put into the server. Not together with `keyName`. */
  keyNames?: readonly string[] | undefined
  /** Name of one key pair to put into the server. Not together with `keyNames`. */
  keyName?: string | undefined
  /** For the system in the image, for example a script for cloud-init. */
  userData?: string | Uint8Array | undefined
  /** At most 10 items; 50 characters a key and 500 a value. `os` and `users` come from the image unless given. */
  metadata?: Readonly<Record<string, string>> | undefined
  /** Files to put into the server. */
  personality?: readonly PersonalityFile[] | undefined
  /** The networks. Left out, the cloud decides, and may give it a public address; an empty array means none. */
  networks?: readonly ServerNetwork[] | undefined
  /** At most 50. */
  tags?: readonly string[] | undefined
  /** The project that pays. @default the default project of the user */
  projectId?: string | undefined
  /** Whether the members of the project may use it. @default false */
  sharedToProject?: boolean | undefined
  /** The password of its administrator: at least 10 characters with upper and lower case and a digit. @default made up */
  adminPass?: string | undefined
  /** Its disks; the first may not be blank. @default one from the image */
  blockDeviceMapping?: readonly BlockDevice[] | undefined
  /** Whether the image is looked up for the metadata `os` and `users`, with a request of its own. @default true */
  imageMetadata?: boolean | undefined
}

/**
 * Creates a server. It is `BUILD` at first; wait with `waitServerUntil`. The answer alone holds its `adminPass`.
 *
 * Sent once: a second attempt could create a second server.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - What server.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @returns The new server. Its addresses are not known before it is `ACTIVE`.
 * @throws {ConfigurationError} for what is missing, `keyName` beside `keyNames`, networks that are no array, files
 * without content.
 * @throws {SynnefoApiError} when the service refuses: 413 when a quota is used up, 409 when no floating IP address is free.
 * @throws {ProtocolError} when the answer is not of the documented shape.
 * @see Synnefo 0.21, compute API 2.0, `POST /servers`
 * @example
 * const { id, adminPass } = await createServer(client, { name: 'web-1', flavorId, imageId })
 */
export async function createServer(
  client: CycladesClient,
  parameters: CreateServerParameters,
  options: HttpCallOptions = {},
): Promise<CreatedServer> {
  const { keyName, keyNames, adminPass, userData = '', imageMetadata = true } = parameters
  const name = requireGiven('name', parameters.name)
  const flavorRef = requireGiven('flavorId', parameters.flavorId)
  const imageId = requireGiven('imageId', parameters.imageId)
  if (keyName !== undefined && keyNames !== undefined) {
    throw new ConfigurationError('keyName and keyNames exclude each other', { path: 'keyNames' })
  }
  const personality = personalityBody(parameters.personality)
  const networks = networksBody(parameters.networks)
  const known = imageMetadata ? ((await getImageDetails(client, { imageId }, options)).metadata ?? {}) : {}
  const fromImage = Object.fromEntries(['os', 'users'].flatMap((key) => (key in known ? [[key, known[key]]] : [])))
  const body = await requestJson(client.session, {
    ...options,
    operation: 'createServer',
    service: 'compute',
    method: 'POST',
    path: ['servers'],
    json: {
      server: {
        name,
        flavorRef,
        imageRef: imageId,
        metadata: whenGiven({ ...fromImage, ...parameters.metadata }),
        personality: whenGiven(personality),
        networks,
        tags: parameters.tags,
        project: parameters.projectId,
        shared_to_project: parameters.sharedToProject,
        key_name: whenGiven(keyName),
        'SNF:key_names': whenGiven(keyNames),
        user_data: userData.length === 0 ? undefined : base64(userData),
        adminPass,
        block_device_mapping_v2: whenGiven(parameters.blockDeviceMapping),
      },
    },
    success: [202],
    idempotent: false,
    secrets: adminPass === undefined ? [] : [adminPass],
    schema: answer,
  })
  return body.server
}
