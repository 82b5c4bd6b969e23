import { FLAG_ENCRYPTED, KEY_STOR_POOL_NAME } from '@x/linstor-wire/constants'
import type { VlmDfn } from '@x/linstor-wire/messages/VlmDfn'
import { propertyEntries } from './propertyEntries.js'

/** A new volume definition as the caller gives it. */
export interface VolumeDefinition {
  /** Size in KiB, from 4 KiB to 1 PiB. */
  size: bigint | number
  /** Volume number, from 0 to 65534. Left out, the controller picks one. */
  volumeNr?: number | undefined
  /** DRBD minor number, from 0 to 1048575: 1000 is `/dev/drbd1000`. Left out, the controller picks one. */
  minorNr?: number | undefined
  /** Encrypt the volume. The master passphrase must be set. @default false */
  encrypt?: boolean | undefined
  /** Storage pool that its volumes go to where nothing else is said. */
  storagePool?: string | undefined
}

/** The definition as the messages hold it. */
export const volumeDefinition = ({
  size,
  volumeNr,
  minorNr,
  encrypt = false,
  storagePool,
}: VolumeDefinition): Omit<VlmDfn, 'vlmDfnUuid'> => ({
  vlmNr: volumeNr,
  vlmSize: BigInt(size),
  vlmMinor: minorNr,
  vlmFlags: encrypt ? [FLAG_ENCRYPTED] : [],
  vlmProps: storagePool === undefined ? [] : propertyEntries({ [KEY_STOR_POOL_NAME]: storagePool }),
})
