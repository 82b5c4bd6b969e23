import * as z from 'zod/mini'

export const computeImage = z.looseObject({
  id: z.string(),
  name: z.string(),
  status: z.optional(z.nullable(z.string())),
  progress: z.optional(z.nullable(z.number())),
  created: z.optional(z.nullable(z.string())),
  updated: z.optional(z.nullable(z.string())),
  user_id: z.optional(z.nullable(z.string())),
  tenant_id: z.optional(z.nullable(z.string())),
  public: z.optional(z.boolean()),
  is_snapshot: z.optional(z.boolean()),
  metadata: z.optional(z.record(z.string(), z.unknown())),
})

/** An image as the compute service sees it. `status` is `SAVING`, `ACTIVE`, `ERROR` or `UNKNOWN`; `metadata` are the properties of the image service. */
export interface ComputeImage extends z.output<typeof computeImage> {}
