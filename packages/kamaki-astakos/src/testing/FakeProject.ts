/** Who may take how much of a resource. Bytes for RAM, disk and storage, pieces for the rest. */
export interface FakeCapacity {
  /** Upper bound of each member. */
  member_capacity: number | bigint
  /** Upper bound of all members together. */
  project_capacity: number | bigint
}

/** A project of a fake cloud. Every user has one of their own, whose id is the user's. */
export interface FakeProject {
  readonly id: string
  name: string
  state: 'uninitialized' | 'active' | 'suspended' | 'terminated' | 'deleted'
  /** A user's id; `null` for the users' own projects. */
  owner: string | null
  homepage: string
  description: string
  creation_date: string
  end_date: string
  join_policy: 'auto' | 'moderated' | 'closed'
  leave_policy: 'auto' | 'moderated' | 'closed'
  max_members: number
  private: boolean
  readonly system_project: boolean
  resources: Record<string, FakeCapacity>
  /** Ids of the accepted members. */
  readonly members: Set<string>
}

/** What a test says about a project; the rest has defaults. */
export type FakeProjectInput = Partial<Omit<FakeProject, 'members'>> &
  Pick<FakeProject, 'name'> & { members?: Iterable<string> }
