import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const fixedIp = z.looseObject({ ip_address: z.string(), subnet: z.optional(z.nullable(idText)) })

/** An address of a port. */
export interface FixedIp extends z.output<typeof fixedIp> {}
