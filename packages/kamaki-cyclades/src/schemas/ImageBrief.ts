import * as z from 'zod/mini'

export const imageBrief = z.looseObject({
  id: z.string(),
  name: z.string(),
  status: z.optional(z.nullable(z.string())),
  size: z.optional(z.nullable(z.int())),
  disk_format: z.optional(z.nullable(z.string())),
  container_format: z.optional(z.nullable(z.string())),
})

/** An image in a list without `detail`. `size` is in bytes. */
export interface ImageBrief extends z.output<typeof imageBrief> {}
