import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const volumeBrief = z.looseObject({ id: idText, display_name: z.optional(z.nullable(z.string())) })

/** A volume in a list without `detail`, and one just created. */
export interface VolumeBrief extends z.output<typeof volumeBrief> {}
