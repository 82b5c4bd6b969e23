import { VAL_NETCOM_TYPE_PLAIN, VAL_NETCOM_TYPE_SSL } from '@x/linstor-wire/constants'

/** How controllers talk to satellites. */
export const comTypes = [VAL_NETCOM_TYPE_PLAIN, VAL_NETCOM_TYPE_SSL] as const

/** How a controller talks to a satellite. */
export type ComType = (typeof comTypes)[number]
