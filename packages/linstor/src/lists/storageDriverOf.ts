import { storageDrivers } from '@x/linstor-wire/constants'

type KnownDriver = (typeof storageDrivers)[number]

/**
 * The full name of a storage driver, from the full name or the short one that clients of LINSTOR 0.6.0 took:
 * `LvmDriver` from `Lvm`. `undefined` for a driver that is not known.
 */
export const storageDriverOf = (name: string): KnownDriver | undefined =>
  storageDrivers.find((driver) => driver === name || driver === `${name}Driver`)
