import { ProtocolError } from '@x/core-errors'

/** What is thrown when received bytes make no sense. */
export const malformed = (path: string, reason: string, cause?: unknown): ProtocolError =>
  new ProtocolError(`${path} ${reason}`, { path, cause })
