import type { Cluster } from './Cluster.js'

/** The minor numbers that volume definitions have. */
export const minorsInUse = ({ rscDfns }: Cluster): number[] =>
  [...rscDfns.values()].flatMap(({ vlmDfns }) => [...vlmDfns.values()].map(({ minor }) => minor))
