import * as z from 'zod/mini'

// What a Go server writes for "never": its zero time, and the start of Unix time where a date began as a number.
const never = new Set(['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z'])

/**
 * A time as RFC 3339 text, kept as text since `Date` cuts the nanoseconds off. `undefined` when it is missing, `null`
 * or zero.
 */
export const timestamp: z.ZodMiniType<string | undefined> = z.optional(
  z.pipe(
    z.nullable(z.string()),
    z.transform((text) => (text === null || never.has(text) ? undefined : text)),
  ),
)
