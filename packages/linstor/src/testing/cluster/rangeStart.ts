import type { Cluster } from './Cluster.js'

/** First number of a range such as `7000-7999` that a property of the controller sets. */
export function rangeStart({ props }: Cluster, key: string, otherwise: number): number {
  const first = Number(props.get(key)?.split('-')[0])
  return Number.isSafeInteger(first) ? first : otherwise
}
