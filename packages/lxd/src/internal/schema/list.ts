import * as z from 'zod/mini'

/** A list that the server may send as `null`, or not at all, when it is empty. */
export const list = <T>(item: z.ZodMiniType<T>): z.ZodMiniType<T[]> =>
  z.pipe(
    z.nullish(z.array(item)),
    z.transform((items) => items ?? []),
  )
