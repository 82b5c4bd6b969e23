import * as z from 'zod/mini'
import { provision } from './Provision.js'

export const commission = z.looseObject({
  serial: z.int(),
  name: z.optional(z.string()),
  issue_time: z.optional(z.string()),
  provisions: z.array(provision),
})

/** Resources taken or given back, not yet for good. `issue_time` is ISO 8601. */
export interface Commission extends z.output<typeof commission> {}
