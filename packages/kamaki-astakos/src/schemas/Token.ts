import * as z from 'zod/mini'
import { conceal } from '../http/conceal.js'

export const token = z.pipe(
  z.looseObject({
    id: z.string(),
    expires: z.string(),
    tenant: z.looseObject({ id: z.string(), name: z.optional(z.nullable(z.string())) }),
  }),
  z.transform((value) => conceal(value, ['id'])),
)

/** A token: `id` is what `X-Auth-Token` carries, `expires` ISO 8601 with a zone, `tenant.id` the user's default project. */
export interface Token extends z.output<typeof token> {}
