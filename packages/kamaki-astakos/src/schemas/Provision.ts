import * as z from 'zod/mini'
import { wholeNumber } from './wholeNumber.js'

export const provision = z.looseObject({
  holder: z.string(),
  source: z.nullable(z.string()),
  resource: z.string(),
  quantity: wholeNumber,
})

/**
 * One line of a commission: `holder` (`user:<uuid>` or `project:<uuid>`) takes a quantity of a resource from `source`
 * (`project:<uuid>`, or `null` for a project's own line). Negative quantities give back.
 */
export interface Provision extends z.output<typeof provision> {}
