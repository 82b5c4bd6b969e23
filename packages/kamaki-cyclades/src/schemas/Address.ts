import * as z from 'zod/mini'

export const address = z.looseObject({ version: z.number(), addr: z.string() })

/** An address of a server in a network; `version` is 4 or 6. */
export interface Address extends z.output<typeof address> {}
