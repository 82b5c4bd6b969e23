import type { LxdNamedMethods } from '../objects/createNamedObject.js'
import type { LxdCollection, ProjectScope } from '../objects/LxdCollection.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { Profile } from '../schemas/Profile.js'
import type { ProfilePut } from '../schemas/ProfilePut.js'
import type { ProfilesPost } from '../schemas/ProfilesPost.js'

/**
 * A profile: what the server says about it, and what can be done with it. `config`, `devices` and `description` can be
 * set. It can not be deleted while an instance uses it (500 on LXD 5.0), and the default profile never (403).
 */
export type LxdProfile = Profile & LxdNamedMethods<ProfilePut>

/** The profiles of a project. */
export interface LxdProfiles extends LxdCollection<LxdProfile, ProjectScope> {
  /** Creates a profile and reads it. @throws {LxdApiError} 500 when it exists, on LXD 5.0. */
  create(definition: ProfilesPost & { name: string }, scope?: ProjectScope & LxdWaitOptions): Promise<LxdProfile>
}
