import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const snapshot = z.looseObject({
  id: z.string(),
  display_name: z.optional(z.nullable(z.string())),
  display_description: z.optional(z.nullable(z.string())),
  status: z.string(),
  size: z.optional(z.nullable(z.int())),
  volume_id: z.optional(z.nullable(idText)),
  metadata: z.optional(z.record(z.string(), z.unknown())),
  'os-extended-snapshot-attribute:progress': z.optional(z.union([z.string(), z.number()])),
  user_id: z.optional(z.nullable(z.string())),
  tenant_id: z.optional(z.nullable(z.string())),
  created_at: z.optional(z.nullable(z.string())),
})

/** A snapshot of a volume, which is an image too. `size` is in GiB; `status` is `CREATING`, `AVAILABLE`, `ERROR`, `DELETED` or `UNKNOWN`. The progress is a text such as `100%`, or the number 0. */
export interface Snapshot extends z.output<typeof snapshot> {}
