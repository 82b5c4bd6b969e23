import type { HttpCallOptions } from '@x/core-errors'
import type { Id } from '@x/kamaki-astakos/http'
import { getVolumeDetails } from '../actions/blockStorage/getVolumeDetails.js'
import type { CycladesClient } from '../createCycladesClient.js'
import type { Volume } from '../schemas/Volume.js'
import type { StatusSubject } from './statusWaits.js'

/** What there is to know about waiting for a volume. */
export const volumeSubject = (
  client: CycladesClient,
  operation: string,
  volumeId: Id,
  options: HttpCallOptions,
): StatusSubject<Volume> => ({
  session: client.session,
  operation,
  subject: `volume ${volumeId}`,
  look: () => getVolumeDetails(client, { volumeId }, options),
  statusOf: ({ status }) => status,
  failures: ['error', 'error_deleting', 'error_restoring'],
  gone: ['deleted'],
  placeholder: (status) => ({ id: String(volumeId), size: 0, status }),
})
