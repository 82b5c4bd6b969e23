import * as z from 'zod/mini'

/** A map that older servers don't know: `null` reads as empty, a missing one stays missing. */
export const maybeMap = <T>(item: z.ZodMiniType<T>): z.ZodMiniType<Record<string, T> | undefined> =>
  z.optional(
    z.pipe(
      z.nullable(z.record(z.string(), item)),
      z.transform((items) => items ?? {}),
    ),
  )
