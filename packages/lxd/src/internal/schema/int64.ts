import * as z from 'zod/mini'

/** A whole number of 64 bits: a `bigint` only above 2^53 - 1, where a `number` would lose digits. */
export const int64: z.ZodMiniType<number | bigint> = z.union([z.number(), z.bigint()])
