import * as z from 'zod/mini'

export const tags = z.looseObject({ tags: z.array(z.string()), statuses: z.optional(z.array(z.string())) })

/** Tags and, at the same places, their statuses: `PENDADD` or `ACTIVE`. */
export interface Tags extends z.output<typeof tags> {}
