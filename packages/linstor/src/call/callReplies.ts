import type { CallOptions } from '@x/core-errors'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ApiCallResponse } from '../replies/ApiCallResponse.js'
import type { Answers } from './Answers.js'
import type { CallDefinition } from './CallDefinition.js'
import { collectAnswers } from './collectAnswers.js'
import { performCall } from './performCall.js'

/** Makes a call that is answered with outcomes only. */
export const callReplies = <Parameters extends object>(
  client: LinstorClient,
  definition: CallDefinition<Parameters>,
  parameters: Parameters,
  options: CallOptions,
): Answers<ApiCallResponse> =>
  collectAnswers(options.signal, ({ push: reply, reset, seen }, signal) =>
    performCall(client, definition, parameters, { ...options, signal }, { reply, reset, seen }),
  )
