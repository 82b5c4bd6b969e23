import { conceal } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

const text = z.optional(z.nullable(z.string()))

export const keypair = z.pipe(
  z.looseObject({ name: z.string(), fingerprint: text, public_key: text, private_key: text, created_at: text }),
  z.transform((value) => conceal(value, ['private_key'])),
)

/** A key pair. `private_key` is there only when the service has just made the pair; it is not printed. */
export interface Keypair extends z.output<typeof keypair> {}
