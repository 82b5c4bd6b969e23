import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const subnet = z.looseObject({
  id: idText,
  network_id: idText,
  name: z.optional(z.nullable(z.string())),
  tenant_id: z.optional(z.nullable(z.string())),
  user_id: z.optional(z.nullable(z.string())),
  public: z.optional(z.boolean()),
  gateway_ip: z.optional(z.nullable(z.string())),
  ip_version: z.optional(z.int()),
  cidr: z.optional(z.nullable(z.string())),
  enable_dhcp: z.optional(z.boolean()),
  enable_slaac: z.optional(z.boolean()),
  dns_nameservers: z.optional(z.array(z.string())),
  host_routes: z.optional(z.array(z.unknown())),
  allocation_pools: z.optional(z.array(z.looseObject({ start: z.string(), end: z.string() }))),
  deleted: z.optional(z.boolean()),
})

/** The addresses of a network. `gateway_ip` is `null` when there is no gateway. */
export interface Subnet extends z.output<typeof subnet> {}
