/** What the services answer for a limit that is none: 2^63-1. */
export const unlimited: bigint = 2n ** 63n - 1n

/** Tells whether a limit is none. */
export const isUnlimited = (limit: bigint): boolean => limit >= unlimited
