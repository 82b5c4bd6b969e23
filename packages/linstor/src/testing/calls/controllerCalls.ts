import { API_PONG } from '@x/linstor-wire/constants'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'

/** Calls about the controller itself. */
export const controllerCalls = {
  Ping(call) {
    call.answer(API_PONG)
  },
} satisfies SomeHandlers
