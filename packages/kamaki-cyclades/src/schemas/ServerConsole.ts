import { conceal } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const serverConsole = z.pipe(
  z.looseObject({
    type: z.string(),
    host: z.string(),
    port: z.int(),
    password: z.optional(z.nullable(z.string())),
  }),
  z.transform((value) => conceal(value, ['password'])),
)

/** Where a console is open: VNC at `host` and `port`. The password is not printed. */
export interface ServerConsole extends z.output<typeof serverConsole> {}
