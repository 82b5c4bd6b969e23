import type { Clock } from '@x/core-errors'
import type { FakeProject } from './FakeProject.js'
import type { FakeUser } from './FakeUser.js'
import type { QuotaLedger } from './QuotaLedger.js'

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
