import { conceal } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const vncConsole = z.pipe(
  z.looseObject({ type: z.string(), url: z.string() }),
  z.transform((value) => conceal(value, ['url'])),
)

/** A console for web browsers. Whoever has the address can use it, so it is not printed. */
export interface VncConsole extends z.output<typeof vncConsole> {}
