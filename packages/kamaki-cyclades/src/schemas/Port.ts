import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import { fixedIp } from './FixedIp.js'

export const port = z.looseObject({
  id: idText,
  name: z.optional(z.nullable(z.string())),
  network_id: idText,
  device_id: z.optional(z.nullable(idText)),
  device_owner: z.optional(z.nullable(z.string())),
  status: z.string(),
  mac_address: z.optional(z.nullable(z.string())),
  user_id: z.optional(z.nullable(z.string())),
  tenant_id: z.optional(z.nullable(z.string())),
  admin_state_up: z.optional(z.boolean()),
  fixed_ips: z.optional(z.array(fixedIp)),
  security_groups: z.optional(z.array(z.unknown())),
  created: z.optional(z.nullable(z.string())),
  updated: z.optional(z.nullable(z.string())),
})

/** A port of a server in a network. `status` is `DOWN` (without a server), `BUILD`, `ACTIVE` or `ERROR`; `device_id` is the server. */
export interface Port extends z.output<typeof port> {}
