import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const volumeAttachment = z.looseObject({
  id: idText,
  volumeId: idText,
  serverId: idText,
  device: z.optional(z.nullable(z.string())),
})

/** A volume on a server. */
export interface VolumeAttachment extends z.output<typeof volumeAttachment> {}
