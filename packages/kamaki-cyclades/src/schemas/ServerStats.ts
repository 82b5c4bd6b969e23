import * as z from 'zod/mini'

export const serverStats = z.looseObject({
  cpuBar: z.optional(z.nullable(z.string())),
  cpuTimeSeries: z.optional(z.nullable(z.string())),
  netBar: z.optional(z.nullable(z.string())),
  netTimeSeries: z.optional(z.nullable(z.string())),
  refresh: z.optional(z.number()),
})

/** Addresses of charts about a server; `refresh` is the time between two updates, in seconds. */
export interface ServerStats extends z.output<typeof serverStats> {}
