import { networkAclDelete } from '../actions/networkAclDelete.js'
import { networkAclGet } from '../actions/networkAclGet.js'
import { networkAclPatch } from '../actions/networkAclPatch.js'
import { networkAclPost } from '../actions/networkAclPost.js'
import { networkAclPut } from '../actions/networkAclPut.js'
import { networkAclsGetRecursion1 } from '../actions/networkAclsGetRecursion1.js'
import { networkAclsPost } from '../actions/networkAclsPost.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import type { ProjectScope } from '../objects/LxdCollection.js'
import { settleChange } from '../operations/settleChange.js'
import type { NetworkACL } from '../schemas/NetworkACL.js'
import type { NetworkACLPut } from '../schemas/NetworkACLPut.js'
import type { LxdNetworkAcl, LxdNetworkAcls } from './LxdNetworks.js'

/** Makes the manager of network ACLs. */
export function createNetworkAcls(client: LxdClient): LxdNetworkAcls {
  const acls: LxdNetworkAcls = {
    ...createCollection<NetworkACL, LxdNetworkAcl, ProjectScope>({
      scope: ['project'],
      list: ({ project }, options) => networkAclsGetRecursion1(client, { project }, options),
      read: (aclName, { project }, options) => networkAclGet(client, { aclName, project }, options),
      toItem: (data, { project }) =>
        createNamedObject<NetworkACL, NetworkACLPut>({
          client,
          data,
          name: data.name,
          read: (aclName, options) => networkAclGet(client, { aclName, project }, options),
          put: (aclName, body, options) => networkAclPut(client, { ...body, aclName, project }, options),
          rawPatch: (aclName, body, options) => networkAclPatch(client, { ...body, aclName, project }, options),
          rename: (aclName, name, options) => networkAclPost(client, { aclName, name, project }, options),
          remove: (aclName, options) => networkAclDelete(client, { aclName, project }, options),
          readOnly: ['name', 'used_by', 'project', 'access_entitlements'],
        }),
    }),
    async create(definition, { project, ...options } = {}) {
      await settleChange(client, () => networkAclsPost(client, { ...definition, project }, options), options)
      return acls.get(definition.name, { project, ...options })
    },
  }
  return Object.freeze(acls)
}
