import * as z from 'zod/mini'

export const diagnostic = z.looseObject({
  message: z.optional(z.nullable(z.string())),
  details: z.optional(z.nullable(z.string())),
  source: z.optional(z.nullable(z.string())),
  source_date: z.optional(z.nullable(z.string())),
  level: z.optional(z.nullable(z.string())),
  created: z.optional(z.nullable(z.string())),
})

/** Something that happened while a server was built. Times are ISO 8601. */
export interface Diagnostic extends z.output<typeof diagnostic> {}
