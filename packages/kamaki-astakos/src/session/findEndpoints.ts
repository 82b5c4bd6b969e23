import type { CatalogEndpoint } from '../schemas/CatalogEndpoint.js'
import type { CatalogService } from '../schemas/CatalogService.js'

/** What an endpoint must match; what is left out matches everything. All comparisons are exact. */
export interface EndpointCriteria {
  /** The service's name: `cyclades_compute`. */
  name?: string | undefined
  /** The service's type: `compute`. */
  type?: string | undefined
  region?: string | undefined
  /** With its letter: `v2.0`. */
  versionId?: string | undefined
}

/** Every endpoint of the catalog that matches all criteria, in the catalog's order. Changes nothing in the catalog. */
export function findEndpoints(catalog: readonly CatalogService[], criteria: EndpointCriteria): CatalogEndpoint[] {
  const matches = (found: unknown, wanted: string | undefined) => wanted === undefined || found === wanted
  return catalog
    .filter((service) => matches(service.name, criteria.name) && matches(service.type, criteria.type))
    .flatMap((service) => service.endpoints)
    .filter((endpoint) => matches(endpoint.region, criteria.region) && matches(endpoint.versionId, criteria.versionId))
}
