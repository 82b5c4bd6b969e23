import { type Id, requireGiven, whenGiven } from '@x/kamaki-astakos/http'

/** A subnet to be made. */
export interface NewSubnet {
  /** Which network. */
  networkId: Id
  /** For example `10.7.0.0/24`, or `2001:db8::/64`. */
  cidr: string
  /** At most 128 characters. */
  name?: string | undefined
  /** Ranges of IPv4 addresses to hand out, without the gateway. @default all of `cidr` */
  allocationPools?: readonly { start: string; end: string }[] | undefined
  /** The gateway; `null` (or an empty text) for none. @default the first address */
  gatewayIp?: string | null | undefined
  /** Passed on as `id`. */
  subnetId?: Id | undefined
  /** Whether the addresses are IPv6. @default false */
  ipv6?: boolean | undefined
  /** Whether servers get their addresses by DHCP. @default true */
  enableDhcp?: boolean | undefined
  /** Name servers that servers are told, for example `['192.0.2.53']`. @default those of the cloud */
  dnsNameservers?: readonly string[] | undefined
  /** Routes that servers are told, as OpenStack writes them: `{ destination, nexthop }`. @default none */
  hostRoutes?: readonly object[] | undefined
  /** IPv6 alone: whether servers make up their own addresses. @default as the cloud has it */
  enableSlaac?: boolean | undefined
}

/** The body of a new subnet. */
export function subnetBody(subnet: NewSubnet): object {
  const { networkId, cidr, name, allocationPools, gatewayIp, subnetId, ipv6 = false, enableDhcp } = subnet
  const { dnsNameservers, hostRoutes, enableSlaac } = subnet
  return {
    network_id: requireGiven('networkId', networkId),
    cidr: requireGiven('cidr', cidr),
    ip_version: ipv6 ? 6 : 4,
    name: name || undefined,
    allocation_pools: allocationPools,
    gateway_ip: gatewayIp === undefined ? undefined : (whenGiven(gatewayIp) ?? null),
    id: subnetId,
    enable_dhcp: enableDhcp,
    dns_nameservers: dnsNameservers,
    host_routes: hostRoutes,
    enable_slaac: enableSlaac,
  }
}
