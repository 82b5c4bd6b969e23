import { systemClock } from '@x/core-errors'
import { eventCodecs as eventsV2 } from '@x/linstor-wire/codecs/v2'
import { eventCodecs as eventsV3 } from '@x/linstor-wire/codecs/v3'
import type { FakeLinstorOptions } from '../FakeLinstorOptions.js'
import type { Cluster } from './Cluster.js'
import { createNode } from './createNode.js'
import { createScheduler } from './createScheduler.js'
import { createStreams } from './createStreams.js'
import { keyOf } from './keyOf.js'

/** Makes the state of a controller that has just started. */
export function createCluster(options: FakeLinstorOptions): Cluster {
  const { apiVersion = 2, clock = systemClock, deployMs = 0 } = options
  const cluster: Cluster = {
    apiVersion,
    nodes: new Map(),
    storPoolDfns: new Map(),
    rscDfns: new Map(),
    nodeConns: new Map(),
    props: new Map(),
    errorReports: [],
    security: {
      level: 'NO_SECURITY',
      authenticationRequired: false,
      identities: new Map(),
      passphrase: undefined,
      unlocked: false,
    },
    streams: createStreams(new Set(Object.keys(apiVersion === 2 ? eventsV2 : eventsV3))),
    scheduler: createScheduler(clock),
    clock,
    deployMs,
    unreachable: new Set(options.unreachable?.map(keyOf)),
    quirks: { shortKeysBreakSatellites: false },
  }
  for (const { name, type = 'Satellite', address = '127.0.0.1', port = 3366 } of options.nodes ?? []) {
    createNode(cluster, { name, type, netInterfaces: [{ name: 'default', address, port, encryption: 'PLAIN' }] })
  }
  return cluster
}
