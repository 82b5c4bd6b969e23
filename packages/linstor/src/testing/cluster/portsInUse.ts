import type { Cluster } from './Cluster.js'

/** The TCP ports that resource definitions have. */
export const portsInUse = ({ rscDfns }: Cluster): number[] => [...rscDfns.values()].map(({ port }) => port)
