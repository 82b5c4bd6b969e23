import type { HttpCallOptions } from '@x/core-errors'
import { requestNothing, requireGiven } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'

/** What {@link setMembers} takes. */
export interface SetMembersParameters {
  /** Which image. */
  imageId: string
  /** Uuids of all users who may use it besides its owner. */
  members: readonly string[]
}

/**
 * Replaces the users who may use an image. Whether it is public stays as it is.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which image, and who.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {SynnefoApiError} when the service refuses.
 * @see Synnefo 0.21, image API 1.0 (Plankton), `PUT /images/{imageId}/members`
 * @example
 * await setMembers(client, { imageId, members: [uuid] })
 */
export async function setMembers(
  client: CycladesClient,
  parameters: SetMembersParameters,
  options: HttpCallOptions = {},
): Promise<void> {
  return requestNothing(client.session, {
    ...options,
    operation: 'setMembers',
    service: 'image',
    method: 'PUT',
    path: ['images', parameters.imageId, 'members'],
    json: { memberships: requireGiven('members', parameters.members).map((member) => ({ member_id: member })) },
    success: [204],
    idempotent: false,
  })
}
