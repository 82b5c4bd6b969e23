import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const networkInfo = z.looseObject({
  id: idText,
  name: z.optional(z.nullable(z.string())),
  type: z.optional(z.nullable(z.string())),
  status: z.optional(z.nullable(z.string())),
  user_id: z.optional(z.nullable(z.string())),
  tenant_id: z.optional(z.nullable(z.string())),
  shared_to_project: z.optional(z.boolean()),
  public: z.optional(z.boolean()),
  shared: z.optional(z.boolean()),
  admin_state_up: z.optional(z.boolean()),
  'router:external': z.optional(z.boolean()),
  'SNF:floating_ip_pool': z.optional(z.boolean()),
  subnets: z.optional(z.array(idText)),
  created: z.optional(z.nullable(z.string())),
  updated: z.optional(z.nullable(z.string())),
  deleted: z.optional(z.boolean()),
})

/** A network. `status` is `PENDING`, `ACTIVE`, `DELETED`, `ERROR` or `SNF:DRAINED`; user and project of a public one are `null`. */
export interface NetworkInfo extends z.output<typeof networkInfo> {}
