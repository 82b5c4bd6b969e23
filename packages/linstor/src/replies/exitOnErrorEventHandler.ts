import { isSuccess } from '@x/linstor-wire'
import { EVENT_RESOURCE_DEPLOYMENT_STATE } from '@x/linstor-wire/constants'
import type { LinstorEvent } from '../watch/LinstorEvent.js'
import type { ApiCallResponse } from './ApiCallResponse.js'

/**
 * The outcomes in an event that are no successes, or `undefined` when there are none. Only events of the name
 * `ResourceDeploymentState` hold outcomes that count; controllers from LINSTOR 0.7.1 on do not send them.
 */
export function exitOnErrorEventHandler(event: LinstorEvent): ApiCallResponse[] | undefined {
  if (event.eventName !== EVENT_RESOURCE_DEPLOYMENT_STATE || event.data === undefined) return undefined
  if (!('responses' in event.data)) return undefined
  const failures = event.data.responses.filter((reply) => !isSuccess(reply))
  return failures.length === 0 ? undefined : failures
}
