import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const volumeType = z.looseObject({
  id: idText,
  name: z.string(),
  deleted: z.optional(z.boolean()),
  'SNF:disk_template': z.optional(z.nullable(z.string())),
  'SNF:detachable': z.optional(z.boolean()),
})

/** A kind of volumes. Only volumes of a detachable one can be without a server. */
export interface VolumeType extends z.output<typeof volumeType> {}
