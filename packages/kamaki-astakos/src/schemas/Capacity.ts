import * as z from 'zod/mini'
import { wholeNumber } from './wholeNumber.js'

export const capacity = z.looseObject({
  member_capacity: z.nullable(wholeNumber),
  project_capacity: z.nullable(wholeNumber),
})

/** How much of a resource each member, and the whole project, may take. */
export interface Capacity extends z.output<typeof capacity> {}
