import * as z from 'zod/mini'

export const user = z.looseObject({
  id: z.string(),
  name: z.optional(z.nullable(z.string())),
  roles: z.optional(z.array(z.looseObject({ id: z.union([z.string(), z.number()]), name: z.string() }))),
  projects: z.optional(z.array(z.string())),
})

/** The user that a token belongs to: `id` is a uuid, `projects` the active projects that have accepted the user. */
export interface User extends z.output<typeof user> {}
