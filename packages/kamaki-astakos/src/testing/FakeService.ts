import type { FakeCloud } from './FakeCloud.js'

/** How the catalog lists a fake service. */
export interface FakeCatalogEntry {
  /** `cyclades_compute` */
  readonly name: string
  /** `compute` */
  readonly type: string
  /** With its letter, `v2.0`; may be empty. */
  readonly versionId: string
  /** The first segments below the cloud's origin, without the version: `/compute`. */
  readonly path: string
  /** Published without the version, as Synnefo 0.19 and later may do. @default false */
  readonly unversioned?: boolean
}

/** One service of a fake cloud. */
export interface FakeService {
  readonly catalog: FakeCatalogEntry
  /** Further paths below the cloud's origin that it answers, for example `/public`. */
  readonly paths?: readonly string[]
  /** Answers a request below one of its paths. What it throws as `FakeFault` becomes an envelope. */
  readonly handle: (request: Request) => Response | Promise<Response>
}

/** Makes the services that join a cloud. Other packages bring theirs: `createFakeSynnefo({ services: [createFakeCyclades()] })`. */
export type FakeServicePlugin = (cloud: FakeCloud) => readonly FakeService[]
