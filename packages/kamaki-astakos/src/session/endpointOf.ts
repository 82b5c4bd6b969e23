import { ProtocolError } from '@x/core-errors'
import type { CatalogService } from '../schemas/CatalogService.js'
import { completeEndpoint } from './completeEndpoint.js'
import { findEndpoints } from './findEndpoints.js'
import { type ServiceName, services } from './services.js'

/**
 * The address of a service: the first endpoint of the catalog that matches, completed with the version.
 *
 * @throws {ProtocolError} when the catalog lists none.
 */
export function endpointOf(catalog: readonly CatalogService[], service: ServiceName): string {
  const { name, type, versionId, version, field = 'publicURL' } = services[service]
  const address = findEndpoints(catalog, { name, type, versionId })[0]?.[field]
  if (typeof address === 'string' && address !== '') return completeEndpoint(address, version)
  const offered = catalog.map((entry) => entry.name).join(', ') || 'nothing'
  throw new ProtocolError(`The cloud's catalog has no address for «${service}»; it lists ${offered}`, {
    path: 'access.serviceCatalog',
  })
}
