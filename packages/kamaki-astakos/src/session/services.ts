/** The services that a session knows the address of. */
export type ServiceName =
  | 'identity'
  | 'account'
  | 'ui'
  | 'oauth2'
  | 'compute'
  | 'network'
  | 'volume'
  | 'image'
  | 'object-store'

/** Where the catalog lists a service, and which version of it these clients speak. */
export interface ServiceEntry {
  /** The `type` of the catalog entry; compared exactly. */
  readonly type?: string
  /** The `name` of the catalog entry; compared exactly. */
  readonly name?: string
  /** The `versionId` of the endpoint; compared exactly. */
  readonly versionId?: string
  /** Appended as `/v<version>` to an address that ends without a version. */
  readonly version?: string
  /** The field of the endpoint that holds the address. @default 'publicURL' */
  readonly field?: string
  /** Named in events and in diagnostics channels. */
  readonly client: 'astakos' | 'cyclades' | 'pithos'
}

/**
 * The services of a Synnefo cloud that the clients call.
 *
 * @see Synnefo 0.21, service catalog of the identity API; defaults of kamaki 0.17
 */
export const services: Readonly<Record<ServiceName, ServiceEntry>> = {
  identity: { type: 'identity', version: '2.0', client: 'astakos' },
  account: { name: 'astakos_account', versionId: 'v1.0', version: '1.0', client: 'astakos' },
  ui: { name: 'astakos_account', versionId: 'v1.0', field: 'SNF:uiURL', client: 'astakos' },
  oauth2: { name: 'astakos_oauth2', client: 'astakos' },
  compute: { type: 'compute', version: '2.0', client: 'cyclades' },
  network: { type: 'network', version: '2.0', client: 'cyclades' },
  volume: { type: 'volume', version: '2.0', client: 'cyclades' },
  image: { type: 'image', version: '1.0', client: 'cyclades' },
  'object-store': { type: 'object-store', version: '1', client: 'pithos' },
}
