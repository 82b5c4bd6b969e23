import * as z from 'zod/mini'

export const token = z.looseObject({
  id: z.string(),
  expires: z.string(),
  tenant: z.looseObject({ id: z.string(), name: z.optional(z.nullable(z.string())) }),
})

/** A token: `expires` is ISO 8601 with a zone, `tenant.id` the user's default project. */
export interface Token extends z.output<typeof token> {}
