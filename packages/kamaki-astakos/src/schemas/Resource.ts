import * as z from 'zod/mini'

export const resource = z.looseObject({
  service: z.string(),
  description: z.optional(z.nullable(z.string())),
  unit: z.optional(z.nullable(z.string())),
  ui_visible: z.optional(z.boolean()),
  api_visible: z.optional(z.boolean()),
  allow_in_projects: z.optional(z.boolean()),
})

/**
 * A kind of resource. `unit` is `bytes`, or `null` for pieces. The visibility flags are those of current servers,
 * `allow_in_projects` that of older ones.
 */
export interface Resource extends z.output<typeof resource> {}
