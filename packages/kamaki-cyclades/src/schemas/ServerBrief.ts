import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const serverBrief = z.looseObject({ id: idText, name: z.string() })

/** A server in a list without `detail`. */
export interface ServerBrief extends z.output<typeof serverBrief> {}
