import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const computeFloatingIp = z.looseObject({
  id: idText,
  ip: z.string(),
  instance_id: z.optional(z.nullable(idText)),
  fixed_ip: z.optional(z.nullable(z.string())),
  pool: z.optional(z.nullable(z.string())),
})

/** A floating IP address in the form of the compute service. */
export interface ComputeFloatingIp extends z.output<typeof computeFloatingIp> {}
