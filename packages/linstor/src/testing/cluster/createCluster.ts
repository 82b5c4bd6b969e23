import { systemClock } from '@x/core-errors'
import { eventCodecs } from '@x/linstor-wire/codecs/v2'
import { EVENT_RESOURCE_STATE, EVENT_VOLUME_DISK_STATE } from '@x/linstor-wire/constants'
import type { FakeLinstorOptions } from '../FakeLinstorOptions.js'
import type { Cluster } from './Cluster.js'
import { createScheduler } from './createScheduler.js'
import { createStreams } from './createStreams.js'
import { defaultProps } from './defaultProps.js'
import { keyOf } from './keyOf.js'
import { seedCluster } from './seedCluster.js'

// LINSTOR 0.7.0 still had some of the others.
const eventsOfRelease073 = [EVENT_RESOURCE_STATE, EVENT_VOLUME_DISK_STATE]

/** Makes the state of a controller that has just started. @throws {ConfigurationError} when what it holds can't be. */
export function createCluster(options: FakeLinstorOptions): Cluster {
  const { apiVersion = 2, clock = systemClock, deployMs = 0, identities = [] } = options
  const cluster: Cluster = {
    apiVersion,
    nodes: new Map(),
    storPoolDfns: new Map([['DFLTSTORPOOL', { uuid: crypto.randomUUID(), name: 'DfltStorPool', props: new Map() }]]),
    rscDfns: new Map(),
    nodeConns: new Map(),
    props: new Map(Object.entries({ ...defaultProps, ...options.props })),
    errorReports: [],
    reportsWritten: new Map(),
    processId: Math.floor(clock.now() / 1_000)
      .toString(16)
      .toUpperCase()
      .padStart(8, '0')
      .slice(-8),
    security: {
      level: options.securityLevel ?? 'NO_SECURITY',
      authenticationRequired: options.authenticationRequired ?? false,
      identities: new Map(
        identities.map(({ name, password, role = 'SYSADM' }) => [keyOf(name), { name, password, role }]),
      ),
      passphrase: options.passphrase,
      unlocked: false,
    },
    streams: createStreams(new Set(apiVersion === 2 ? Object.keys(eventCodecs) : eventsOfRelease073)),
    scheduler: createScheduler(clock),
    clock,
    deployMs,
    unreachable: new Set(options.unreachable?.map(keyOf)),
    quirks: { shortKeysBreakSatellites: options.shortKeysBreakSatellites ?? false },
  }
  seedCluster(cluster, options)
  return cluster
}
