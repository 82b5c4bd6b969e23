import * as z from 'zod/mini'
import { idText } from './idText.js'

export const membership = z.looseObject({
  id: idText,
  user: z.string(),
  project: z.string(),
  state: z.string(),
  allowed_actions: z.optional(z.array(z.string())),
})

/**
 * A user's place in a project: `requested`, `accepted`, `leave_requested`, `suspended`, `rejected`, `cancelled` or
 * `removed`. There is a date under the name of each state that it has been in.
 */
export interface Membership extends z.output<typeof membership> {}
