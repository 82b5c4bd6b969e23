import * as z from 'zod/mini'
import { wholeNumber } from './wholeNumber.js'

export const quota = z.looseObject({
  usage: wholeNumber,
  limit: wholeNumber,
  pending: wholeNumber,
  project_usage: z.optional(wholeNumber),
  project_limit: z.optional(wholeNumber),
  project_pending: z.optional(wholeNumber),
})

/**
 * The quota of one resource for one user in one project: what the user took and may take, and what all members of the
 * project took and may take together. Servers before Synnefo 0.16 leave the latter out.
 */
export interface Quota extends z.output<typeof quota> {}
