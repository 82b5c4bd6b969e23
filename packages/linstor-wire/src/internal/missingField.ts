import { ProtocolError } from '@x/core-errors'

/** What a decoder throws when a required field is not there. */
export const missingField = (path: string): ProtocolError =>
  new ProtocolError(`${path}: required field is missing`, { path })
