import type { LxdToken } from '../certificates/LxdCertificates.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdNamedMethods } from '../objects/createNamedObject.js'
import type { LxdCollection } from '../objects/LxdCollection.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { Cluster } from '../schemas/Cluster.js'
import type { ClusterGroup } from '../schemas/ClusterGroup.js'
import type { ClusterGroupPut } from '../schemas/ClusterGroupPut.js'
import type { ClusterGroupsPost } from '../schemas/ClusterGroupsPost.js'
import type { ClusterMember } from '../schemas/ClusterMember.js'
import type { ClusterMemberPut } from '../schemas/ClusterMemberPut.js'

/** What else a member of a cluster has. */
export interface LxdClusterMemberParts {
  /** Moves or stops its instances and takes it out of service. */
  evacuate(options?: LxdWaitOptions): Promise<void>
  /** Takes it back into service. */
  restore(options?: LxdWaitOptions): Promise<void>
}

/** A member of a cluster. `patch()` sends the whole member: LXD 5.0 refuses a PATCH without its roles. */
export type LxdClusterMember = ClusterMember & LxdNamedMethods<ClusterMemberPut> & LxdClusterMemberParts

/** The members of a cluster. Empty lists don't exist: a server that is in no cluster refuses. */
export interface LxdClusterMembers extends LxdCollection<LxdClusterMember> {
  /** Makes a token for a server that is to join under this name. */
  createToken(serverName: string, options?: LxdCallOptions): Promise<LxdToken>
}

/** A group of members. */
export type LxdClusterGroup = ClusterGroup & LxdNamedMethods<ClusterGroupPut>

/** The groups of a cluster. */
export interface LxdClusterGroups extends LxdCollection<LxdClusterGroup> {
  create(definition: ClusterGroupsPost & { name: string }, options?: LxdWaitOptions): Promise<LxdClusterGroup>
}

/** The cluster that the server is in, or is to be in. */
export interface LxdCluster {
  readonly members: LxdClusterMembers
  readonly groups: LxdClusterGroups
  readonly certificate: {
    /** Replaces the certificate that all members show. Both are PEM. */
    put(certificate: string, key: string, options?: LxdCallOptions): Promise<void>
  }
  get(options?: LxdCallOptions): Promise<Cluster>
  /** Makes the server the first member of a cluster. It must listen on HTTPS (`core.https_address`). */
  enable(serverName: string, options?: LxdWaitOptions): Promise<void>
  /**
   * Takes the server out of its cluster.
   *
   * @throws {LxdDangerError} when it is in none, unless `force` is set: its whole database would be erased.
   */
  disable(options?: LxdWaitOptions): Promise<void>
}
