import * as z from 'zod/mini'
import { application } from './Application.js'
import { capacity } from './Capacity.js'
import { wholeNumber } from './wholeNumber.js'

const text = z.optional(z.nullable(z.string()))

export const project = z.looseObject({
  id: z.string(),
  state: z.string(),
  name: z.string(),
  owner: text,
  homepage: text,
  description: text,
  creation_date: text,
  end_date: text,
  deactivation_date: text,
  join_policy: text,
  leave_policy: text,
  max_members: z.optional(z.nullable(wholeNumber)),
  private: z.optional(z.boolean()),
  system_project: z.optional(z.boolean()),
  resources: z.optional(z.record(z.string(), capacity)),
  last_application: z.optional(z.nullable(application)),
})

/**
 * A project: who may take how much of what. Each user has one of their own, with `system_project` set and the user's
 * uuid as id. `last_application` is only shown to the owner and to administrators.
 */
export interface Project extends z.output<typeof project> {}

/** The states of a project that current servers know. */
export type ProjectState = 'uninitialized' | 'active' | 'suspended' | 'terminated' | 'deleted'
