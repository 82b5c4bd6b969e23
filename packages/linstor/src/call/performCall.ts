import type { CallOptions } from '@x/core-errors'
import { checkParameters } from '../check/checkParameters.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import type { ReadyConnection } from '../transport/openConnection.js'
import type { AnswerCollector } from './AnswerCollector.js'
import type { CallDefinition } from './CallDefinition.js'
import { PendingCall } from './PendingCall.js'

/**
 * Checks the parameters, makes the call and hands over its decoded answers.
 *
 * @param only - Makes it over this connection, once, and over no other.
 * @throws {ConfigurationError} before anything is sent; at once, and not as a rejection.
 */
export function performCall<Parameters extends object>(
  client: LinstorClient,
  definition: CallDefinition<Parameters>,
  parameters: Parameters,
  options: CallOptions,
  collector: AnswerCollector,
  only?: ReadyConnection,
): Promise<void> {
  checkParameters(definition.operation, parameters, definition.rules, client.config.checkLimits)
  definition.check?.(parameters)
  return client.transport.call(new PendingCall(client, definition, parameters, collector), options, only)
}
