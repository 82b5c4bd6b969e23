import { escapeHeader } from '../headers/escapeHeader.js'
import { formatSharing } from './formatSharing.js'
import type { SharingInput } from './Sharing.js'

/** The value of `X-Object-Sharing` as it is sent; `undefined` when nothing is said about it. @throws {ConfigurationError} */
export const sharingHeader = (sharing: SharingInput | undefined): string | undefined =>
  sharing === undefined ? undefined : escapeHeader(formatSharing(sharing))
