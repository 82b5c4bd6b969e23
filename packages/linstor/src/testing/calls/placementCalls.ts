import {
  API_RSP_MAX_VLM_SIZE,
  CREATED,
  FAIL_INVLD_PLACE_COUNT,
  FAIL_NOT_ENOUGH_NODES,
  FLAG_DISKLESS,
  KEY_STOR_POOL_NAME,
  MASK_CRT,
  MASK_RSC,
  MODIFIED,
  WARN_RSC_ALREADY_DEPLOYED,
} from '@x/linstor-wire/constants'
import type { AutoSelectFilter } from '@x/linstor-wire/messages/AutoSelectFilter'
import { encodeMsgRspMaxVlmSizes } from '@x/linstor-wire/messages/MsgRspMaxVlmSizes'
import { encodeMsgRspMaxVlmSizes as encodeMsgRspMaxVlmSizesV2 } from '@x/linstor-wire/messages/v2/MsgRspMaxVlmSizes'
import { allocatedKib } from '../cluster/allocatedKib.js'
import { deployRsc } from '../cluster/deployRsc.js'
import { disklessPoolName } from '../cluster/disklessPoolName.js'
import { keyOf } from '../cluster/keyOf.js'
import { listProps } from '../cluster/listProps.js'
import type { Node, Rsc, RscDfn, StorPool } from '../cluster/objects.js'
import { findPlacements, type Placement } from '../cluster/placement.js'
import { placeRsc } from '../cluster/placeRsc.js'
import { sorted } from '../cluster/sorted.js'
import { askSatellites } from '../protocol/askSatellites.js'
import type { Call } from '../protocol/Call.js'
import { find } from '../protocol/find.js'
import { outcomes } from '../protocol/outcomes.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { subjects } from '../protocol/subjects.js'

/** Calls that leave it to the controller where replicas go. */
export const placementCalls = {
  AutoPlaceRsc(call, { rscName, selectFilter, disklessOnRemaining }) {
    const { cluster } = call
    const subject = { ...subjects.rscDfn(rscName), object: MASK_RSC }
    const dfn = find.rscDfn(cluster, rscName, { subject, operation: MASK_CRT })
    if (selectFilter.placeCount < 1) {
      throw outcomes.refused(subject, MASK_CRT, FAIL_INVLD_PLACE_COUNT, { message: 'The place-count must not be 0' })
    }
    const existing = sorted(dfn.rscs).filter(({ flags }) => !flags.has(FLAG_DISKLESS))
    if (existing.length >= selectFilter.placeCount) {
      call.reply(alreadyPlaced(dfn, existing))
      return
    }
    const placement = choose(call, dfn, selectFilter, existing.length)
    if (placement === undefined) {
      throw outcomes.refused(subject, MASK_CRT, FAIL_NOT_ENOUGH_NODES, {
        message: 'Not enough available nodes',
        details: `Not enough nodes fulfilling the given constraints to place resource '${dfn.name}'.`,
      })
    }
    const props = [
      { key: 'AutoSelectedStorPoolName', value: placement.poolName },
      { key: KEY_STOR_POOL_NAME, value: placement.poolName },
    ]
    const placed = placement.pools.map((pool) =>
      placeRsc({ node: pool.node, dfn, diskless: false, props, poolOf: () => pool }),
    )
    if (disklessOnRemaining) placed.push(...placeDiskless(call, dfn))
    const names = placement.pools.map(({ node }) => `'${node.name}'`).join(', ')
    call.reply({
      retCode: MASK_CRT | MASK_RSC | CREATED,
      objRefs: subject.refs,
      message: `Resource '${dfn.name}' successfully autoplaced on ${placement.pools.length} nodes`,
      details: `Used storage pool: '${placement.poolName}'\nUsed nodes: ${names}`,
    })
    deploy(call, placed)
  },
  QryMaxVlmSize(call, { selectFilter }) {
    const { cluster } = call
    const placements = selectFilter.placeCount < 1 ? [] : findPlacements(cluster, selectFilter)
    if (placements.length === 0) {
      const retCode = selectFilter.placeCount < 1 ? FAIL_INVLD_PLACE_COUNT : FAIL_NOT_ENOUGH_NODES
      call.replyAsCall({ retCode, message: 'Not enough nodes' })
      return
    }
    call.answer(API_RSP_MAX_VLM_SIZE, call.apiVersion === 2 ? candidatesV2(placements) : candidates(call, placements))
  },
} satisfies SomeHandlers

const alreadyPlaced = (dfn: RscDfn, existing: readonly Rsc[]) => ({
  retCode: MASK_CRT | MASK_RSC | WARN_RSC_ALREADY_DEPLOYED,
  objRefs: subjects.rscDfn(dfn.name).refs,
  message: `Resource '${dfn.name}' was already deployed on ${existing.length} nodes: ${existing
    .map(({ node }) => `'${node.name}'`)
    .join(', ')}. Skipping.`,
})

function choose(call: Call, dfn: RscDfn, filter: AutoSelectFilter, existing: number): Placement | undefined {
  const neededKib = [...dfn.vlmDfns.values()].reduce((sum, { sizeKib }) => sum + allocatedKib(sizeKib), 0n)
  const options = { count: filter.placeCount - existing, taken: new Set(dfn.rscs.keys()) }
  return findPlacements(call.cluster, filter, options).find(({ maxSizeKib }) => maxSizeKib >= neededKib)
}

function placeDiskless({ cluster }: Call, dfn: RscDfn): Rsc[] {
  const props = [{ key: KEY_STOR_POOL_NAME, value: disklessPoolName }]
  return sorted(cluster.nodes)
    .filter((node) => node.satellite?.state === 'online' && !dfn.rscs.has(keyOf(node.name)))
    .map((node) => placeRsc({ node, dfn, diskless: true, props, poolOf: () => disklessPoolOf(node) }))
}

function disklessPoolOf({ name, storPools }: Node): StorPool {
  const pool = storPools.get(keyOf(disklessPoolName))
  if (pool === undefined) throw new Error(`node '${name}' has no storage pool for volumes without a disk`)
  return pool
}

// From API version 3 on the call waits for the satellites; its texts are then those of CrtRsc.
function deploy(call: Call, rscs: readonly Rsc[]): void {
  askSatellites(call, rscs, {
    wait: call.apiVersion === 3,
    each(rsc) {
      deployRsc(call.cluster, rsc)
      call.reply({ retCode: MODIFIED, message: `Created resource on '${rsc.node.name}'` })
    },
  })
}

const candidatesV2 = (placements: readonly Placement[]): Uint8Array =>
  encodeMsgRspMaxVlmSizesV2({
    candidates: placements.map((placement) => ({ storPoolName: placement.poolName, ...sizes(placement) })),
  }).finish()

const candidates = ({ cluster }: Call, placements: readonly Placement[]): Uint8Array =>
  encodeMsgRspMaxVlmSizes({
    candidates: placements.map((placement) => {
      const dfn = cluster.storPoolDfns.get(keyOf(placement.poolName))
      const storPoolDfn = {
        uuid: dfn?.uuid,
        storPoolName: placement.poolName,
        props: listProps(dfn?.props ?? new Map()),
      }
      return { storPoolDfn, ...sizes(placement) }
    }),
    defaultMaxOversubscriptionRatio: '20.0',
  }).finish()

const sizes = ({ maxSizeKib, pools, thin }: Placement) => ({
  maxVlmSize: maxSizeKib,
  nodeNames: pools.map(({ node }) => node.name),
  allThin: thin,
})
