import { ProtocolError } from '@x/core-errors'

/** What is thrown when the last field of a message reaches beyond the message. */
export const overrun = (): ProtocolError => new ProtocolError('field runs past the end of its message')
