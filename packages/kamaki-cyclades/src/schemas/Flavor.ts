import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const flavor = z.looseObject({
  id: idText,
  name: z.string(),
  ram: z.int(),
  disk: z.int(),
  vcpus: z.int(),
  'SNF:disk_template': z.optional(z.nullable(z.string())),
  'SNF:volume_type': z.optional(z.nullable(idText)),
  'SNF:allow_create': z.optional(z.boolean()),
  'os-flavor-access:is_public': z.optional(z.boolean()),
  'SNF:flavor-access': z.optional(z.array(z.string())),
})

/** What a server may have: `ram` in MiB, `disk` in GiB. With `SNF:allow_create` false no server can be made with it. */
export interface Flavor extends z.output<typeof flavor> {}
