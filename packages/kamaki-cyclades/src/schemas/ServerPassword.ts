import { conceal } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const serverPassword = z.pipe(
  z.looseObject({ password: z.nullable(z.string()) }),
  z.transform((value) => conceal(value, ['password'])),
)

/** The first password of a server's administrator. It is not printed. */
export interface ServerPassword extends z.output<typeof serverPassword> {}
