import type { requestCodecs } from '@x/linstor-wire/codecs/v3'
import type { CallHandlers } from './CallHandlers.js'

/** Handlers of some of the calls; those of both API versions, whose messages are the same. */
export type SomeHandlers = Partial<CallHandlers<typeof requestCodecs>>
