import { type CallOptions, ProtocolError } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import type { CatalogEndpoint } from '../schemas/CatalogEndpoint.js'
import { findEndpoints } from '../session/findEndpoints.js'

/** What {@link getServiceEndpoints} takes. */
export interface GetServiceEndpointsParameters {
  /** For example `compute`; compared exactly. */
  serviceType: string
  /** With its letter: `v2.0`. @default any */
  version?: string | undefined
}

/**
 * The first endpoint in the catalog of the services with a type, and with a version when one is given. The catalog is
 * the one that the session remembers.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param parameters - Which service.
 * @param options - Per-call `signal`.
 * @throws {ProtocolError} when the catalog lists no such endpoint.
 * @throws {SynnefoApiError} when the identity service refuses.
 * @example
 * const { publicURL } = await getServiceEndpoints(client, { serviceType: 'compute' })
 */
export async function getServiceEndpoints(
  client: AstakosClient,
  parameters: GetServiceEndpointsParameters,
  options: CallOptions = {},
): Promise<CatalogEndpoint> {
  const { serviceType, version } = parameters
  const [first] = findEndpoints(await client.session.catalog(options), { type: serviceType, versionId: version })
  if (first !== undefined) return first
  const wanted = version === undefined ? `«${serviceType}»` : `«${serviceType}» in version «${version}»`
  throw new ProtocolError(`The cloud's catalog has no endpoint of type ${wanted}`, {
    operation: 'getServiceEndpoints',
    path: 'access.serviceCatalog',
  })
}
