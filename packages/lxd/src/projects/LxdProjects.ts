import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdNamedMethods } from '../objects/createNamedObject.js'
import type { LxdCollection } from '../objects/LxdCollection.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { Project } from '../schemas/Project.js'
import type { ProjectPut } from '../schemas/ProjectPut.js'
import type { ProjectState } from '../schemas/ProjectState.js'
import type { ProjectsPost } from '../schemas/ProjectsPost.js'

/** What else a project has. */
export interface LxdProjectParts {
  readonly state: {
    /** What the project uses, and what it may use at most (-1: no limit). */
    get(options?: LxdCallOptions): Promise<ProjectState>
  }
}

/**
 * A project: what the server says about it, and what can be done with it. `config` and `description` can be set.
 *
 * `patch()` keeps the configuration that is not named, which the server's own PATCH throws away, `features.*` included.
 * `delete()` throws an {@link LxdDangerError} while it holds anything, its own default profile's settings included, unless
 * `force` is set.
 */
export type LxdProject = Project & LxdNamedMethods<ProjectPut> & LxdProjectParts

/** The projects of a server. */
export interface LxdProjects extends LxdCollection<LxdProject> {
  /** Creates a project and reads it. @throws {LxdApiError} `isLxdConflict` when it exists. */
  create(definition: ProjectsPost & { name: string }, options?: LxdWaitOptions): Promise<LxdProject>
}
