import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const volume = z.looseObject({
  id: idText,
  display_name: z.optional(z.nullable(z.string())),
  display_description: z.optional(z.nullable(z.string())),
  status: z.string(),
  size: z.int(),
  metadata: z.optional(z.record(z.string(), z.unknown())),
  snapshot_id: z.optional(z.nullable(z.string())),
  source_volid: z.optional(z.nullable(idText)),
  image_id: z.optional(z.nullable(z.string())),
  attachments: z.optional(
    z.array(z.looseObject({ server_id: idText, volume_id: idText, device_index: z.optional(z.nullable(z.int())) })),
  ),
  volume_type: z.optional(z.nullable(idText)),
  delete_on_termination: z.optional(z.boolean()),
  user_id: z.optional(z.nullable(z.string())),
  tenant_id: z.optional(z.nullable(z.string())),
  shared_to_project: z.optional(z.boolean()),
  created_at: z.optional(z.nullable(z.string())),
  deleted: z.optional(z.boolean()),
})

/** A volume. `size` is in GiB; `status` is `creating`, `available`, `attaching`, `in_use`, `detaching`, `deleting`, `deleted`, `error` or `error_deleting`. The volume with `device_index` 0 is the root volume of its server. */
export interface Volume extends z.output<typeof volume> {}
