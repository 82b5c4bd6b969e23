import { conceal } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import { type Server, server } from './Server.js'

export const createdServer = z.pipe(
  server,
  z.transform((value: Server): Server & { adminPass?: string | undefined } => conceal(value, ['adminPass'])),
)

/** A server just created. `adminPass` is the password of its administrator; it is not shown again, and not printed. */
export type CreatedServer = z.output<typeof createdServer>
