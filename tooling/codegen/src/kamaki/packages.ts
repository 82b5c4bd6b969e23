import type { PackageLayout } from './emitAction.ts'

/** A package whose calls come from tables. */
export interface KamakiPackage {
  /** From the root of the repository. */
  folder: string
  /** Files in its `spec` folder. */
  tables: string[]
  layout: PackageLayout
  /** Doc comment of the fake's routes. */
  routesDoc: string
}

const astakos: KamakiPackage = {
  folder: 'packages/kamaki-astakos',
  tables: ['account'],
  layout: {
    http: (name) => `http/${name}`,
    types: {
      CallOptions: '@x/core-errors',
      HttpCallOptions: '@x/core-errors',
      Id: 'http/Id',
      SynnefoResponse: 'http/SynnefoResponse',
      AuthenticateParameters: 'session/SynnefoSession',
      ProjectState: 'schemas/Project',
      ProjectSpecs: 'ProjectSpecs',
      NewProjectSpecs: 'ProjectSpecs',
      ...Object.fromEntries(
        [
          'Access',
          'CatalogEndpoint',
          'CatalogService',
          'Membership',
          'OAuth2Token',
          'Project',
          'ProjectQuota',
          'Quota',
          'Resource',
          'ServiceLink',
        ].map((name) => [name, `schemas/${name}`]),
      ),
    },
  },
  routesDoc: 'What the fake services answer, with the status of success: every request of the tables.',
}

const cyclades: KamakiPackage = {
  folder: 'packages/kamaki-cyclades',
  tables: [
    'compute',
    'computeRest',
    'network',
    'networkRest',
    'blockStorage',
    'blockStorageRest',
    'image',
    'openstackCompute',
    'openstackNetwork',
    'openstackBlockStorage',
  ],
  layout: {
    http: () => '@x/kamaki-astakos/http',
    types: {
      CallOptions: '@x/core-errors',
      HttpCallOptions: '@x/core-errors',
      Id: '@x/kamaki-astakos/http',
      SynnefoResponse: '@x/kamaki-astakos/http',
      ...Object.fromEntries(
        [
          'Address',
          'ComputeFloatingIp',
          'CreatedServer',
          'Diagnostic',
          'FixedIp',
          'FloatingIp',
          'Image',
          'ImageBrief',
          'Keypair',
          'NetworkInfo',
          'Port',
          'Server',
          'Snapshot',
          'Subnet',
          'Volume',
          'VolumeAttachment',
        ].map((name) => [name, `schemas/${name}`]),
      ),
    },
  },
  routesDoc: astakos.routesDoc,
}

/** The Synnefo packages whose calls come from tables. */
export const packages: readonly KamakiPackage[] = [astakos, cyclades]
