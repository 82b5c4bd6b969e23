import * as z from 'zod/mini'

/** A map that the server may send as `null`, or not at all, when it is empty. */
export const map = <T>(item: z.ZodMiniType<T>): z.ZodMiniType<Record<string, T>> =>
  z.pipe(
    z.nullish(z.record(z.string(), item)),
    z.transform((items) => items ?? {}),
  )
