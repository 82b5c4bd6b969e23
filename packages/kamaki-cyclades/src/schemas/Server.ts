import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import { address } from './Address.js'
import { diagnostic } from './Diagnostic.js'
import { nic } from './Nic.js'

export const server = z.looseObject({
  id: idText,
  name: z.string(),
  status: z.string(),
  'SNF:task_state': z.optional(z.nullable(z.string())),
  progress: z.optional(z.nullable(z.number())),
  created: z.optional(z.nullable(z.string())),
  updated: z.optional(z.nullable(z.string())),
  user_id: z.optional(z.nullable(z.string())),
  tenant_id: z.optional(z.nullable(z.string())),
  shared_to_project: z.optional(z.boolean()),
  suspended: z.optional(z.boolean()),
  deleted: z.optional(z.boolean()),
  flavor: z.optional(z.looseObject({ id: idText })),
  image: z.optional(z.looseObject({ id: idText })),
  metadata: z.optional(z.record(z.string(), z.unknown())),
  tags: z.optional(z.array(z.string())),
  attachments: z.optional(z.array(nic)),
  addresses: z.optional(z.record(z.string(), z.array(address))),
  volumes: z.optional(z.array(idText)),
  diagnostics: z.optional(z.array(diagnostic)),
  key_name: z.optional(z.nullable(z.string())),
  'SNF:key_names': z.optional(z.array(z.string())),
  'SNF:fqdn': z.optional(z.nullable(z.string())),
  'SNF:port_forwarding': z.optional(z.record(z.string(), z.unknown())),
  'SNF:rescue': z.optional(z.boolean()),
})

/** A server. `status` is `BUILD`, `ACTIVE`, `STOPPED`, `REBOOT`, `RESIZE`, `ERROR`, `DELETED` or `UNKNOWN`; `SNF:task_state` is empty while nothing is under way. `progress` is in percent. `tenant_id` is the project that pays. Times are ISO 8601. */
export interface Server extends z.output<typeof server> {}
