import type { Clock } from '@x/core-errors'
import type { FakeProject } from './FakeProject.js'
import type { FakeUser } from './FakeUser.js'
import type { QuotaLedger } from './QuotaLedger.js'

/** A stored file, as the object store knows it. */
export interface FakeFile {
  /** Bytes. */
  readonly size: number
  readonly checksum: string
}

/** Where the image service looks for files: the object store of the cloud puts its look-up here. */
export interface FakeFiles {
  /**
   * The file that a user may read, `undefined` when there is none. Left out, every file is taken to be there.
   *
   * @throws {FakeFault} 403 for a file of somebody else that is not shared.
   */
  lookUp?: (user: FakeUser, account: string, container: string, path: string) => FakeFile | undefined
}

/** What the services of one fake cloud share: time, users, projects, quotas. */
export interface FakeCloud {
  readonly clock: Clock
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  readonly origin: () => string
  /** By id. */
  readonly users: ReadonlyMap<string, FakeUser>
  /** By id. */
  readonly projects: ReadonlyMap<string, FakeProject>
  /** Who has taken how much of what. */
  readonly quotas: QuotaLedger
  readonly files: FakeFiles
  /**
   * The user whose token a request carries. @throws {FakeFault} 401 as a service other than the identity service
   * answers: `fault`, with the identity service's refusal as text in `details`.
   */
  readonly userOf: (request: Request) => FakeUser
  /**
   * The project that something new is charged to. @throws {FakeFault} 400 when the user is no member of it.
   *
   * @param project - As the request names it; left out, it is the user's default project.
   */
  readonly projectFor: (user: FakeUser, project?: string | null) => FakeProject
}
