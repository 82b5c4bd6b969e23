import { ProtocolError } from '@x/core-errors'
import { clusterMemberDelete } from '../actions/clusterMemberDelete.js'
import { clusterMemberGet } from '../actions/clusterMemberGet.js'
import { clusterMemberPatch } from '../actions/clusterMemberPatch.js'
import { clusterMemberPost } from '../actions/clusterMemberPost.js'
import { clusterMemberPut } from '../actions/clusterMemberPut.js'
import { clusterMemberStatePost } from '../actions/clusterMemberStatePost.js'
import { clusterMembersGetRecursion1 } from '../actions/clusterMembersGetRecursion1.js'
import { clusterMembersPost } from '../actions/clusterMembersPost.js'
import { operationDelete } from '../actions/operationDelete.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import type { ClusterMember } from '../schemas/ClusterMember.js'
import type { ClusterMemberPut } from '../schemas/ClusterMemberPut.js'
import { encodeJoinToken } from '../trust/encodeJoinToken.js'
import type { LxdClusterMember, LxdClusterMemberParts, LxdClusterMembers } from './LxdCluster.js'

/** Makes the manager of the members of a cluster. */
export function createClusterMembers(client: LxdClient): LxdClusterMembers {
  return Object.freeze<LxdClusterMembers>({
    ...createCollection<ClusterMember, LxdClusterMember>({
      scope: [],
      list: (_, options) => clusterMembersGetRecursion1(client, {}, options),
      read: (memberName, _, options) => clusterMemberGet(client, { memberName }, options),
      toItem: (data) => createMember(client, data),
    }),
    async createToken(serverName, options = {}) {
      const { operation } = await clusterMembersPost(client, { server_name: serverName }, options)
      if (operation === undefined)
        throw new ProtocolError('clusterMembersPost: the server made no token', { path: 'type' })
      const { id } = operation
      return {
        token: encodeJoinToken(operation),
        async cancel(cancelOptions = {}) {
          await operationDelete(client, { id }, cancelOptions)
        },
      }
    },
  })
}

function createMember(client: LxdClient, data: ClusterMember): LxdClusterMember {
  return createNamedObject<ClusterMember, ClusterMemberPut, LxdClusterMemberParts>(
    {
      client,
      data,
      name: data.server_name,
      read: (memberName, options) => clusterMemberGet(client, { memberName }, options),
      put: (memberName, body, options) => clusterMemberPut(client, { ...body, memberName }, options),
      // LXD 5.0 takes a PATCH without roles for the wish to have none, and refuses.
      rawPatch: (memberName, body, options) => clusterMemberPatch(client, { ...body, memberName }, options),
      rename: (memberName, name, options) => clusterMemberPost(client, { memberName, server_name: name }, options),
      remove: (memberName, options) => clusterMemberDelete(client, { memberName }, options),
      readOnly: ['server_name', 'url', 'database', 'status', 'message', 'architecture'],
    },
    (name) => {
      const act = async (action: string, options: LxdWaitOptions) => {
        const change = () => clusterMemberStatePost(client, { memberName: name(), action }, options)
        await runOperation(client, change, options)
      }
      return {
        evacuate: (options = {}) => act('evacuate', options),
        restore: (options = {}) => act('restore', options),
      }
    },
  )
}
