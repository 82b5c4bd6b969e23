import { FAIL_NOT_FOUND_DFLT_STOR_POOL, KEY_STOR_POOL_NAME } from '@x/linstor-wire/constants'
import type { Cluster } from '../cluster/Cluster.js'
import { disklessPoolName } from '../cluster/disklessPoolName.js'
import { keyOf } from '../cluster/keyOf.js'
import type { Node, RscDfn, StorPool } from '../cluster/objects.js'
import { outcomes } from './outcomes.js'
import { subjects } from './subjects.js'

/** What a volume's storage pool depends on. */
export interface PoolChoice {
  readonly node: Node
  readonly dfn: RscDfn
  readonly diskless: boolean
  readonly rscProps: ReadonlyMap<string, string>
  readonly vlmDfnProps: ReadonlyMap<string, string>
  readonly number: number
  /** `MASK_CRT` or `MASK_MOD`, for the refusal. */
  readonly operation: bigint
}

const defaultPoolName = 'DfltStorPool'

/**
 * The storage pool of a volume: the first that is named by the resource, the volume definition, the resource definition,
 * the node or the controller. @throws {CallRefused} when the node does not have it.
 */
export function choosePool(cluster: Cluster, choice: PoolChoice): StorPool {
  const { node, dfn, diskless, rscProps, vlmDfnProps, number, operation } = choice
  const owners = diskless ? [rscProps] : [rscProps, vlmDfnProps, dfn.props, node.props, cluster.props]
  const named = owners.map((props) => props.get(KEY_STOR_POOL_NAME)).find((name) => name !== undefined)
  const name = named ?? (diskless ? disklessPoolName : defaultPoolName)
  const pool = node.storPools.get(keyOf(name))
  if (pool !== undefined) return pool
  const subject = subjects.rsc(node.name, dfn.name)
  throw outcomes.refused(subject, operation, FAIL_NOT_FOUND_DFLT_STOR_POOL, {
    message:
      `The storage pool '${name}' for resource '${dfn.name}' for volume number '${number}' ` +
      `is not deployed on node '${node.name}'.`,
    cause: 'Dependency not found',
    details:
      `The resource which should be deployed had at least one volume definition (volume number '${number}') ` +
      'which LinStor tried to automatically create. The storage pool name for this new volume was looked for in order in ' +
      'the properties of the resource, volume definition, resource definition and node, and finally in a system wide ' +
      `default storage pool name defined by the LinStor controller.\n${subject.context}`,
  })
}
