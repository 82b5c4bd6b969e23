import * as z from 'zod/mini'

/** A list that older servers don't know: `null` reads as empty, a missing one stays missing. */
export const maybeList = <T>(item: z.ZodMiniType<T>): z.ZodMiniType<T[] | undefined> =>
  z.optional(
    z.pipe(
      z.nullable(z.array(item)),
      z.transform((items) => items ?? []),
    ),
  )
