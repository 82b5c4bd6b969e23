import type { FakeCluster } from './FakeCluster.js'
import { Refusal } from './Refusal.js'

/**
 * Makes a call on a cluster and, where its answer is a list, on all clusters, each entry with where it comes from. What is
 * asked for by name need not exist in every cluster.
 */
export function withClusterNames(cluster: FakeCluster, call: (on: FakeCluster) => unknown): unknown {
  const own = attempt(() => call(cluster))
  if (own.refusal === undefined && !Array.isArray(own.answer)) return own.answer
  const others = [...cluster.others].flatMap(([name, other]) => {
    const { location, id } = cluster.cluster(name)
    const clusterId = `${cluster.location(location).id}.${id}`
    return entriesOf(attempt(() => call(other)).answer).map((entry) =>
      'client' in entry ? { ...entry, cluster: name, clusterId } : { ...entry, clusterName: name, clusterId },
    )
  })
  if (own.refusal !== undefined && others.length === 0) throw own.refusal
  return [...entriesOf(own.answer), ...others]
}

const entriesOf = (answer: unknown): object[] => (Array.isArray(answer) ? answer : [])

function attempt(work: () => unknown): { answer?: unknown; refusal?: Refusal } {
  try {
    return { answer: work() }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'objectDoesNotExist') return { refusal: error }
    throw error
  }
}
