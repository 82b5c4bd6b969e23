import * as z from 'zod/mini'
import { conceal } from '../http/conceal.js'
import { user } from './User.js'

export const validatedToken = z.looseObject({
  token: z.pipe(
    z.looseObject({ id: z.string(), expires: z.optional(z.string()) }),
    z.transform((value) => conceal(value, ['id'])),
  ),
  user,
})

/** A temporary token of OAuth2 and the user whom it stands for. */
export interface ValidatedToken extends z.output<typeof validatedToken> {}
