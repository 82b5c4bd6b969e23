import * as z from 'zod/mini'
import { capacity } from './Capacity.js'
import { idText } from './idText.js'
import { wholeNumber } from './wholeNumber.js'

const text = z.optional(z.nullable(z.string()))

export const application = z.looseObject({
  id: idText,
  state: z.string(),
  name: text,
  owner: text,
  applicant: text,
  homepage: text,
  description: text,
  start_date: text,
  end_date: text,
  comments: text,
  join_policy: text,
  leave_policy: text,
  max_members: z.optional(z.nullable(wholeNumber)),
  private: z.optional(z.nullable(z.boolean())),
  resources: z.optional(z.nullable(z.record(z.string(), capacity))),
})

/** An application for a project or for changes of one. What is `null` stays as it was. */
export interface Application extends z.output<typeof application> {}
