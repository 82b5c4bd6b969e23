import * as z from 'zod/mini'
import { wholeNumber } from './wholeNumber.js'

export const projectQuota = z.looseObject({
  project_usage: wholeNumber,
  project_limit: wholeNumber,
  project_pending: wholeNumber,
})

/** The quota of one resource for a whole project. */
export interface ProjectQuota extends z.output<typeof projectQuota> {}
