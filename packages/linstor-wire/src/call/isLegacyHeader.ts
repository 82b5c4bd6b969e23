import type { MsgHeader } from '../messages/MsgHeader.js'
import { unknownFields } from '../unknownFields.js'

// Field 2 as text. From API version 2 on it is a number.
const legacyTag = 18

/**
 * Tells whether a header was written by a controller of API version 1 (LINSTOR 0.2), whose header has the name of the
 * call where later versions have its id. Such a controller is to be refused by its version, not as malformed.
 */
export const isLegacyHeader = (header: MsgHeader): boolean => header[unknownFields]?.[0] === legacyTag
