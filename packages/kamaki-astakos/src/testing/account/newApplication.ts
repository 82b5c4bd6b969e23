import { FakeFault } from '../FakeFault.js'
import type { FakeCapacity, FakeProject } from '../FakeProject.js'

/** An application for a project. */
export interface FakeApplication {
  readonly id: number
  readonly applicant: string
  state: 'pending' | 'approved' | 'replaced' | 'denied' | 'dismissed' | 'cancelled'
  /** What the project becomes when it is approved. */
  readonly changes: Partial<FakeProject>
  /** As the service shows it. */
  readonly shown: object
}

const fields = [
  'name',
  'owner',
  'homepage',
  'description',
  'comments',
  'start_date',
  'end_date',
  'join_policy',
  'leave_policy',
  'max_members',
  'private',
  'resources',
]

/** Checks what is applied for. @throws {FakeFault} 400 */
export function newApplication(
  id: number,
  applicant: string,
  specs: Readonly<Record<string, unknown>>,
): FakeApplication {
  const unknown = Object.keys(specs).find((key) => !fields.includes(key))
  if (unknown !== undefined) throw new FakeFault('badRequest', `Unknown field ${unknown}`)
  const { name, max_members: most, resources, end_date: end } = specs
  if (typeof name === 'string' && name.length > 80) throw new FakeFault('badRequest', 'The name is too long')
  if (typeof end === 'string' && Number.isNaN(Date.parse(end))) throw new FakeFault('badRequest', 'Bad end_date')
  const members = most === undefined || most === 'inf' ? undefined : Number(most)
  if (members !== undefined && !Number.isInteger(members)) throw new FakeFault('badRequest', 'Bad max_members')
  for (const capacity of Object.values((resources ?? {}) as Record<string, FakeCapacity>)) {
    if (!(capacity.project_capacity >= capacity.member_capacity)) {
      throw new FakeFault('badRequest', 'project_capacity is less than member_capacity')
    }
  }
  const { comments: _comments, start_date: _start, ...rest } = specs
  const changes = { ...rest, ...(members === undefined ? {} : { max_members: members }) } as Partial<FakeProject>
  const application: FakeApplication = {
    id,
    applicant,
    state: 'pending',
    changes,
    get shown() {
      const values = Object.fromEntries(fields.map((key) => [key, specs[key] ?? null]))
      return { id, state: application.state, applicant, ...values }
    },
  }
  return application
}
