import { ConfigurationError } from '@x/core-errors'
import { optional } from '../check/optional.js'
import { rules } from '../check/rules.js'
import type { WatchFilter } from './WatchFilter.js'

/** What the parameters of a watch must be. */
export const watchFilterRules = {
  eventName: optional(rules.text),
  nodeName: optional(rules.nodeName),
  resourceName: optional(rules.resourceName),
  volumeNumber: optional(rules.volumeNumber),
  snapshotName: optional(rules.snapshotName),
}

/** What the rules can't say of single parameters. @throws {ConfigurationError} */
export function checkWatchFilter(operation: string, { resourceName, volumeNumber, snapshotName }: WatchFilter): void {
  const path = volumeNumber !== undefined ? 'volumeNumber' : 'snapshotName'
  if (resourceName !== undefined || (volumeNumber === undefined && snapshotName === undefined)) return
  throw new ConfigurationError(`${operation}: ${path}: it needs resourceName beside it`, { operation, path })
}
