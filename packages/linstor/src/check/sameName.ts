/** Tells whether two names are the same to LINSTOR, which keeps their case and compares without it. */
export const sameName = (one: string, other: string): boolean => one.toUpperCase() === other.toUpperCase()
