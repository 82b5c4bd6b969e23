import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const flavorBrief = z.looseObject({ id: idText, name: z.string() })

/** A flavor in a list without `detail`. */
export interface FlavorBrief extends z.output<typeof flavorBrief> {}
