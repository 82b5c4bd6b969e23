import * as z from 'zod/mini'

/**
 * A whole number that may pass 2^53, always as `bigint`. Quotas use 2^63-1 for "unlimited", which no `number` holds.
 */
export const wholeNumber = z.pipe(
  z.union([z.bigint(), z.int()]),
  z.transform((value: bigint | number) => BigInt(value)),
)
