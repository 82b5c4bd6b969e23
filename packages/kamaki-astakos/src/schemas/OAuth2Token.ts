import * as z from 'zod/mini'
import { conceal } from '../http/conceal.js'

export const oAuth2Token = z.pipe(
  z.looseObject({ access_token: z.string(), token_type: z.string(), expires_in: z.optional(z.number()) }),
  z.transform((value) => conceal(value, ['access_token', 'refresh_token'])),
)

/** A token that OAuth2 gave out. `expires_in` is in seconds. */
export interface OAuth2Token extends z.output<typeof oAuth2Token> {}
