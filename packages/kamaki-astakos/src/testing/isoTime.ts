/** A time as the services write it: ISO 8601 in UTC with `+00:00`. @param ms - Milliseconds since 1970. */
export const isoTime = (ms: number): string => new Date(ms).toISOString().replace('Z', '+00:00')
