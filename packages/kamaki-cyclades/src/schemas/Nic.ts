import { idText } from '@x/kamaki-astakos/http'
import * as z from 'zod/mini'

export const nic = z.looseObject({
  id: idText,
  network_id: z.optional(idText),
  mac_address: z.optional(z.nullable(z.string())),
  ipv4: z.optional(z.nullable(z.string())),
  ipv6: z.optional(z.nullable(z.string())),
  firewallProfile: z.optional(z.nullable(z.string())),
})

/** A port as its server shows it. Only working ports are shown: right after its creation a server has none. Addresses that are missing are empty. */
export interface Nic extends z.output<typeof nic> {}
