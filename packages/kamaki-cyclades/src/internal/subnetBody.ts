import type { Id } from '@x/kamaki-astakos/http'

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
}

/** The body of a new subnet. */
export function subnetBody(subnet: NewSubnet): object {
  const { networkId, cidr, name, allocationPools, gatewayIp, subnetId, ipv6 = false, enableDhcp } = subnet
  return {
    network_id: networkId,
    cidr,
    ip_version: ipv6 ? 6 : 4,
    name: name || undefined,
    allocation_pools: allocationPools,
    gateway_ip: gatewayIp === '' ? null : gatewayIp,
    id: subnetId,
    enable_dhcp: enableDhcp,
  }
}
