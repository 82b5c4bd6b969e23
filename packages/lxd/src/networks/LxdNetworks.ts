import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdNamedMethods } from '../objects/createNamedObject.js'
import type { LxdCollection, ProjectScope } from '../objects/LxdCollection.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { Network } from '../schemas/Network.js'
import type { NetworkACL } from '../schemas/NetworkACL.js'
import type { NetworkACLPut } from '../schemas/NetworkACLPut.js'
import type { NetworkACLsPost } from '../schemas/NetworkACLsPost.js'
import type { NetworkForward } from '../schemas/NetworkForward.js'
import type { NetworkForwardPut } from '../schemas/NetworkForwardPut.js'
import type { NetworkForwardsPost } from '../schemas/NetworkForwardsPost.js'
import type { NetworkLease } from '../schemas/NetworkLease.js'
import type { NetworkPut } from '../schemas/NetworkPut.js'
import type { NetworkState } from '../schemas/NetworkState.js'
import type { NetworksPost } from '../schemas/NetworksPost.js'
import type { NetworkZone } from '../schemas/NetworkZone.js'
import type { NetworkZonePut } from '../schemas/NetworkZonePut.js'
import type { NetworkZoneRecord } from '../schemas/NetworkZoneRecord.js'
import type { NetworkZoneRecordPut } from '../schemas/NetworkZoneRecordPut.js'
import type { NetworkZoneRecordsPost } from '../schemas/NetworkZoneRecordsPost.js'
import type { NetworkZonesPost } from '../schemas/NetworkZonesPost.js'

/** What else a network has. */
export interface LxdNetworkParts {
  readonly forwards: LxdNetworkForwards
  /** Addresses, counters and link state. */
  state(options?: LxdCallOptions): Promise<NetworkState>
  /** DHCP leases of a managed network. @throws {LxdApiError} 404 for other networks. */
  leases(options?: LxdCallOptions): Promise<NetworkLease[]>
}

/** A network: what the server says about it, and what can be done with it. Only managed ones can be changed. */
export type LxdNetwork = Network & LxdNamedMethods<NetworkPut> & LxdNetworkParts

/** The networks of a project, those of the host that LXD does not manage included. */
export interface LxdNetworks extends LxdCollection<LxdNetwork, ProjectScope> {
  /** Creates a network and reads it. @throws {LxdApiError} 400 when it exists, on LXD 5.0. */
  create(definition: NetworksPost & { name: string }, scope?: ProjectScope & LxdWaitOptions): Promise<LxdNetwork>
}

/** An address of the host that is forwarded into the network. It can not be renamed. */
export type LxdNetworkForward = NetworkForward & Omit<LxdNamedMethods<NetworkForwardPut>, 'rename'>

/** The forwards of a network, known by the address they listen on. */
export interface LxdNetworkForwards extends LxdCollection<LxdNetworkForward> {
  create(
    definition: NetworkForwardsPost & { listen_address: string },
    options?: LxdWaitOptions,
  ): Promise<LxdNetworkForward>
}

/** A list of rules for the traffic of networks. */
export type LxdNetworkAcl = NetworkACL & LxdNamedMethods<NetworkACLPut>

/** The ACLs of a project. */
export interface LxdNetworkAcls extends LxdCollection<LxdNetworkAcl, ProjectScope> {
  create(definition: NetworkACLsPost & { name: string }, scope?: ProjectScope & LxdWaitOptions): Promise<LxdNetworkAcl>
}

/** What else a DNS zone has. */
export interface LxdNetworkZoneParts {
  readonly records: LxdNetworkZoneRecords
}

/** A DNS zone. It can not be renamed. */
export type LxdNetworkZone = NetworkZone & Omit<LxdNamedMethods<NetworkZonePut>, 'rename'> & LxdNetworkZoneParts

/** The DNS zones of a project. */
export interface LxdNetworkZones extends LxdCollection<LxdNetworkZone, ProjectScope> {
  create(
    definition: NetworkZonesPost & { name: string },
    scope?: ProjectScope & LxdWaitOptions,
  ): Promise<LxdNetworkZone>
}

/** A record of a DNS zone. It can not be renamed. */
export type LxdNetworkZoneRecord = NetworkZoneRecord & Omit<LxdNamedMethods<NetworkZoneRecordPut>, 'rename'>

/** The records of a DNS zone. */
export interface LxdNetworkZoneRecords extends LxdCollection<LxdNetworkZoneRecord> {
  create(definition: NetworkZoneRecordsPost & { name: string }, options?: LxdWaitOptions): Promise<LxdNetworkZoneRecord>
}
