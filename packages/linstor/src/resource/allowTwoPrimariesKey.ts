import { NAMESPC_DRBD_NET_OPTIONS } from '@x/linstor-wire/constants'

/** Property of a resource definition, `yes` or `no`: whether two nodes may write at the same time. */
export const allowTwoPrimariesKey = `${NAMESPC_DRBD_NET_OPTIONS}/allow-two-primaries`
