import * as z from 'zod/mini'

export const image = z.looseObject({
  id: z.string(),
  name: z.string(),
  status: z.optional(z.nullable(z.string())),
  size: z.optional(z.nullable(z.int())),
  disk_format: z.optional(z.nullable(z.string())),
  container_format: z.optional(z.nullable(z.string())),
  checksum: z.optional(z.nullable(z.string())),
  location: z.optional(z.nullable(z.string())),
  owner: z.optional(z.nullable(z.string())),
  is_public: z.optional(z.boolean()),
  is_snapshot: z.optional(z.boolean()),
  description: z.optional(z.nullable(z.string())),
  created_at: z.optional(z.nullable(z.string())),
  updated_at: z.optional(z.nullable(z.string())),
  deleted_at: z.optional(z.nullable(z.string())),
  properties: z.optional(z.record(z.string(), z.string())),
})

/** An image. `size` is in bytes, times are `YYYY-MM-DD HH:MM:SS` in UTC; `status` is `AVAILABLE`, `UNAVAILABLE`, `SAVING`, `ERROR` or `UNKNOWN`. The same shape, whether it came in a list or in headers. */
export interface Image extends z.output<typeof image> {}
