import type { CallOptions } from '@x/core-errors'
import { expectList } from '../call/expectList.js'
import { handCalls } from '../call/handCalls.js'
import { checkParameters } from '../check/checkParameters.js'
import { optional } from '../check/optional.js'
import { rules } from '../check/rules.js'
import { sameName } from '../check/sameName.js'
import type { LinstorClient } from '../client/LinstorClient.js'
import { propertiesOf } from '../lists/propertiesOf.js'
import { resourceDfnList } from './resourceDfnList.js'

/** What {@link resourceDfnPropsList} takes. */
export interface ResourceDfnPropsListParameters {
  /** Name of the resource definition, compared without regard to case. */
  rscName: string
  /** Only keys that begin with this, for example `Aux/`. @default all */
  filterByNamespace?: string | undefined
}

/**
 * The properties of one resource definition; empty when there is no such definition.
 *
 * @throws {LinstorApiError} when the controller does not give the list.
 * @throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.
 * @see LINSTOR API versions 2 and 3, call `LstRscDfn`
 * @example
 * const properties = await resourceDfnPropsList(client, { rscName: 'web' })
 */
export async function resourceDfnPropsList(
  client: LinstorClient,
  parameters: ResourceDfnPropsListParameters,
  options: CallOptions = {},
): Promise<Record<string, string>> {
  const { operation } = handCalls.resourceDfnPropsList
  const parameterRules = { rscName: rules.resourceName, filterByNamespace: optional(rules.text) }
  checkParameters(operation, parameters, parameterRules, client.config.checkLimits)
  const { rscName, filterByNamespace = '' } = parameters
  const { rscDfns } = expectList(await resourceDfnList(client, {}, options), operation)
  const found = rscDfns.find((rscDfn) => sameName(rscDfn.rscName, rscName))
  return propertiesOf((found?.rscDfnProps ?? []).filter(({ key }) => key.startsWith(filterByNamespace)))
}
