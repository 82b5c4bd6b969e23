import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const floatingIp = z.looseObject({
  id: idText,
  floating_ip_address: z.string(),
  floating_network_id: idText,
  port_id: z.optional(z.nullable(idText)),
  instance_id: z.optional(z.nullable(idText)),
  fixed_ip_address: z.optional(z.nullable(z.string())),
  user_id: z.optional(z.nullable(z.string())),
  tenant_id: z.optional(z.nullable(z.string())),
  shared_to_project: z.optional(z.boolean()),
  deleted: z.optional(z.boolean()),
})

/** A reserved address. Free when `port_id` is `null`; `tenant_id` is the project that pays. */
export interface FloatingIp extends z.output<typeof floatingIp> {}
