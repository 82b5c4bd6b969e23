/** A time as the server writes it. */
export const goTime = (milliseconds: number): string => new Date(milliseconds).toISOString().replace(/\.?0*Z$/, 'Z')

/** What the server writes where there is no time. */
export const zeroTime = '0001-01-01T00:00:00Z'
