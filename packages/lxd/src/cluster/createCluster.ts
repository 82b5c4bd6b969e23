import { clusterGet } from '../actions/clusterGet.js'
import { clusteringUpdateCert } from '../actions/clusteringUpdateCert.js'
import { clusterPut } from '../actions/clusterPut.js'
import type { LxdClient } from '../LxdClient.js'
import { runOperation } from '../operations/runOperation.js'
import { settleChange } from '../operations/settleChange.js'
import { createClusterGroups } from './createClusterGroups.js'
import { createClusterMembers } from './createClusterMembers.js'
import type { LxdCluster } from './LxdCluster.js'

/** Makes the manager of the cluster. */
export const createCluster = (client: LxdClient): LxdCluster =>
  Object.freeze<LxdCluster>({
    members: createClusterMembers(client),
    groups: createClusterGroups(client),
    certificate: {
      async put(certificate, key, options = {}) {
        const body = { cluster_certificate: certificate, cluster_certificate_key: key }
        await settleChange(client, () => clusteringUpdateCert(client, body, options), options)
      },
    },
    get: (options) => clusterGet(client, {}, options),
    async enable(serverName, options = {}) {
      const body = { enabled: true, server_name: serverName }
      await runOperation(client, () => clusterPut(client, body, options), options)
    },
    async disable(options = {}) {
      await settleChange(client, () => clusterPut(client, { enabled: false }, options), options)
    },
  })
