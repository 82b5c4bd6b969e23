import type { MsgLstRsc } from '@x/linstor-wire/messages/MsgLstRsc'
import type { Rsc } from '@x/linstor-wire/messages/Rsc'
import type { RscState } from '@x/linstor-wire/messages/RscState'

/** A resource and what its satellite says about it. */
export interface ResourceWithState {
  resource: Rsc
  /** `undefined` when the satellite is offline, or has not said anything yet. */
  state: RscState | undefined
}

/** Puts the two lists of an answer together, by names of resource and node, compared without regard to case. */
export function resourcesWithStates({ resources, resourceStates }: MsgLstRsc): ResourceWithState[] {
  const keyOf = (resource: string, node: string) => `${resource}/${node}`.toUpperCase()
  const states = new Map(resourceStates.map((state) => [keyOf(state.rscName, state.nodeName), state]))
  return resources.map((resource) => ({ resource, state: states.get(keyOf(resource.name, resource.nodeName)) }))
}
