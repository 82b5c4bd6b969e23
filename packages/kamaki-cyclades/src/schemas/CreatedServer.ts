import { conceal } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'
import { type Server, server } from './Server.js'

/** A server just created. */
export interface CreatedServer extends Server {
  /** The password of its administrator. It is not shown again, and not printed. */
  adminPass?: string | undefined
}

export const createdServer = z.pipe(
  server,
  z.transform((value: Server): CreatedServer => conceal(value, ['adminPass'])),
)
