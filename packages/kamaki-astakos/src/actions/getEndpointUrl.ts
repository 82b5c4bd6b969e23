import type { CallOptions } from '@x/core-errors'
import type { AstakosClient } from '../createAstakosClient.js'
import { type GetServiceEndpointsParameters, getServiceEndpoints } from './getServiceEndpoints.js'

/**
 * The address, as the catalog gives it, of the first endpoint of the services with a type. It may lack the version;
 * `session.endpoint()` completes it.
 *
 * @param client - A client from {@link createAstakosClient}.
 * @param parameters - Which service.
 * @param options - Per-call `signal`.
 * @throws {ProtocolError} when the catalog lists no such endpoint.
 * @throws {SynnefoApiError} when the identity service refuses.
 * @example
 * const url = await getEndpointUrl(client, { serviceType: 'image' })
 */
export async function getEndpointUrl(
  client: AstakosClient,
  parameters: GetServiceEndpointsParameters,
  options: CallOptions = {},
): Promise<string> {
  return (await getServiceEndpoints(client, parameters, options)).publicURL
}
