import * as z from 'zod/mini'
import { address } from './Address.js'
import { nic } from './Nic.js'

export const serverNics = z.looseObject({
  addresses: z.record(z.string(), z.array(address)),
  attachments: z.array(nic),
})

/** The addresses of a server, by network, and its ports. */
export interface ServerNics extends z.output<typeof serverNics> {}
