import { clusterGroupDelete } from '../actions/clusterGroupDelete.js'
import { clusterGroupGet } from '../actions/clusterGroupGet.js'
import { clusterGroupPatch } from '../actions/clusterGroupPatch.js'
import { clusterGroupPost } from '../actions/clusterGroupPost.js'
import { clusterGroupPut } from '../actions/clusterGroupPut.js'
import { clusterGroupsGetRecursion1 } from '../actions/clusterGroupsGetRecursion1.js'
import { clusterGroupsPost } from '../actions/clusterGroupsPost.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import { settleChange } from '../operations/settleChange.js'
import type { ClusterGroup } from '../schemas/ClusterGroup.js'
import type { ClusterGroupPut } from '../schemas/ClusterGroupPut.js'
import type { LxdClusterGroup, LxdClusterGroups } from './LxdCluster.js'

/** Makes the manager of the groups of a cluster. */
export function createClusterGroups(client: LxdClient): LxdClusterGroups {
  const groups: LxdClusterGroups = {
    ...createCollection<ClusterGroup, LxdClusterGroup>({
      scope: [],
      list: (_, options) => clusterGroupsGetRecursion1(client, {}, options),
      read: (groupName, _, options) => clusterGroupGet(client, { groupName }, options),
      toItem: (data) =>
        createNamedObject<ClusterGroup, ClusterGroupPut>({
          client,
          data,
          name: data.name,
          read: (groupName, options) => clusterGroupGet(client, { groupName }, options),
          put: (groupName, body, options) => clusterGroupPut(client, { ...body, groupName }, options),
          rawPatch: (groupName, body, options) => clusterGroupPatch(client, { ...body, groupName }, options),
          rename: (groupName, name, options) => clusterGroupPost(client, { groupName, name }, options),
          remove: (groupName, options) => clusterGroupDelete(client, { groupName }, options),
          readOnly: ['name', 'used_by'],
        }),
    }),
    async create(definition, options = {}) {
      await settleChange(client, () => clusterGroupsPost(client, definition, options), options)
      return groups.get(definition.name, options)
    },
  }
  return Object.freeze(groups)
}
