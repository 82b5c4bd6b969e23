import { profileDelete } from '../actions/profileDelete.js'
import { profileGet } from '../actions/profileGet.js'
import { profilePatch } from '../actions/profilePatch.js'
import { profilePost } from '../actions/profilePost.js'
import { profilePut } from '../actions/profilePut.js'
import { profilesGetRecursion1 } from '../actions/profilesGetRecursion1.js'
import { profilesPost } from '../actions/profilesPost.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import type { ProjectScope } from '../objects/LxdCollection.js'
import { settleChange } from '../operations/settleChange.js'
import type { Profile } from '../schemas/Profile.js'
import type { ProfilePut } from '../schemas/ProfilePut.js'
import type { LxdProfile, LxdProfiles } from './LxdProfiles.js'

/** Makes the manager of profiles. */
export function createProfiles(client: LxdClient): LxdProfiles {
  const profiles: LxdProfiles = {
    ...createCollection<Profile, LxdProfile, ProjectScope>({
      scope: ['project'],
      list: ({ project }, options) => profilesGetRecursion1(client, { project }, options),
      read: (profileName, { project }, options) => profileGet(client, { profileName, project }, options),
      toItem: (data, { project }) => createProfile(client, data, project),
    }),
    async create(definition, { project, ...options } = {}) {
      await settleChange(client, () => profilesPost(client, { ...definition, project }, options), options)
      return profiles.get(definition.name, { project, ...options })
    },
  }
  return Object.freeze(profiles)
}

const createProfile = (client: LxdClient, data: Profile, project: string | undefined): LxdProfile =>
  createNamedObject<Profile, ProfilePut>({
    client,
    data,
    name: data.name,
    read: (profileName, options) => profileGet(client, { profileName, project }, options),
    put: (profileName, body, options) => profilePut(client, { ...body, profileName, project }, options),
    patch: (profileName, body, options) => profilePatch(client, { ...body, profileName, project }, options),
    rename: (profileName, name, options) => profilePost(client, { profileName, name, project }, options),
    remove: (profileName, options) => profileDelete(client, { profileName, project }, options),
    readOnly: ['name', 'used_by', 'project', 'access_entitlements'],
  })
