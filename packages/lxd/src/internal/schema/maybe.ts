import * as z from 'zod/mini'

/** A field that may be missing; `null` reads as missing. */
export const maybe = <T>(inner: z.ZodMiniType<T>): z.ZodMiniType<T | undefined> =>
  z.optional(
    z.pipe(
      z.nullable(inner),
      z.transform((value) => value ?? undefined),
    ),
  )
