import {
  API_LST_STOR_POOL,
  CREATED,
  FAIL_EXISTS_STOR_POOL,
  FAIL_IN_USE,
  FAIL_INVLD_STOR_DRIVER,
  FAIL_NOT_FOUND_STOR_POOL,
  FAIL_UUID_STOR_POOL,
  MASK_CRT,
  MASK_DEL,
  MASK_MOD,
} from '@x/linstor-wire/constants'
import type { Filter } from '@x/linstor-wire/messages/Filter'
import { encodeMsgLstStorPool } from '@x/linstor-wire/messages/MsgLstStorPool'
import { breakOnShortKeys } from '../cluster/breakOnShortKeys.js'
import { changeProps } from '../cluster/changeProps.js'
import { createStorPool } from '../cluster/createStorPool.js'
import { describeStorPool } from '../cluster/describeStorPool.js'
import { disklessPoolName } from '../cluster/disklessPoolName.js'
import { findDriver } from '../cluster/drivers.js'
import { isOffline } from '../cluster/isOffline.js'
import { isReachable } from '../cluster/isReachable.js'
import { keyOf } from '../cluster/keyOf.js'
import type { StorPool } from '../cluster/objects.js'
import { poolSpace } from '../cluster/poolSpace.js'
import { sorted } from '../cluster/sorted.js'
import { storageFailure } from '../cluster/storageFailure.js'
import { volumesOf } from '../cluster/volumesOf.js'
import { askSatellites } from '../protocol/askSatellites.js'
import type { Call } from '../protocol/Call.js'
import { checkUuid } from '../protocol/checkUuid.js'
import { find, type Seeker } from '../protocol/find.js'
import { isWanted } from '../protocol/isWanted.js'
import { outcomes } from '../protocol/outcomes.js'
import { requireName } from '../protocol/requireName.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { subjects } from '../protocol/subjects.js'

/** Calls about storage pools. */
export const storPoolCalls = {
  LstStorPool(call, filter) {
    const { cluster } = call
    const asked = [...cluster.nodes.values()]
      .filter((node) => isReachable(node) && isWanted(filter?.nodeNames, node.name))
      .map((node) => ({ node }))
    askSatellites(call, asked, { last: () => answerList(call, filter) })
  },
  CrtStorPool(call, { storPool }) {
    const { cluster } = call
    const { nodeName, storPoolName, props, freeSpaceMgrName } = storPool
    const subject = subjects.storPool(nodeName, storPoolName)
    const node = find.node(cluster, nodeName, { subject, operation: MASK_CRT })
    requireName('storagePool', storPoolName, subject)
    const driver = findDriver(storPool.driver)
    if (driver === undefined) {
      throw outcomes.refused(subject, MASK_CRT, FAIL_INVLD_STOR_DRIVER, {
        message: `The storage driver '${storPool.driver}' is not known.`,
      })
    }
    if (node.storPools.has(keyOf(storPoolName))) {
      throw outcomes.exists(subject, FAIL_EXISTS_STOR_POOL, { message: `${subject.context} already exists.` })
    }
    changeProps('storPool', new Map(), { overrideProps: props }, { subject, operation: MASK_CRT })
    const name = cluster.storPoolDfns.get(keyOf(storPoolName))?.name ?? storPoolName
    const pool = createStorPool(cluster, { node, name, driver: driver.name, props, freeSpaceManager: freeSpaceMgrName })
    call.reply(outcomes.created(subject, pool.uuid, 'registered'))
    if (cluster.apiVersion === 2) return
    const applied = { retCode: CREATED, message: `Changes applied to node '${node.name}'` }
    askSatellites(call, [pool], {
      each: () => call.reply(poolSpace(pool) === undefined ? storageFailure(pool) : applied),
    })
  },
  ModStorPool(call, { storPoolUuid, nodeName, storPoolName, ...changes }) {
    const seeker = { subject: subjects.storPool(nodeName, storPoolName), operation: MASK_MOD }
    const pool = findPool(call, nodeName, storPoolName, seeker)
    if (pool === undefined) {
      throw outcomes.notFound(seeker.subject, MASK_MOD, FAIL_NOT_FOUND_STOR_POOL, seeker.subject)
    }
    checkUuid(storPoolUuid, pool.uuid, FAIL_UUID_STOR_POOL, seeker)
    changeProps('storPool', pool.props, changes, seeker)
    breakOnShortKeys(call.cluster, pool.node, changes.overrideProps)
    call.reply(outcomes.modified(subjects.storPool(pool.node.name, pool.dfn.name), pool.uuid))
  },
  DelStorPool(call, { uuid, nodeName, storPoolName }) {
    const seeker = { subject: subjects.storPool(nodeName, storPoolName), operation: MASK_DEL }
    const pool = findPool(call, nodeName, storPoolName, seeker)
    if (pool === undefined) {
      const { title, context } = seeker.subject
      const message = `Deletion of storage pool '${storPoolName}' on node '${nodeName}' had no effect.`
      call.reply(outcomes.notThere(seeker.subject, { message, cause: `${title} does not exist.`, details: context }))
      return
    }
    checkUuid(uuid, pool.uuid, FAIL_UUID_STOR_POOL, seeker)
    checkUnused(pool, seeker)
    pool.node.storPools.delete(keyOf(storPoolName))
    call.reply(outcomes.removed(seeker.subject, pool.uuid, seeker.subject.context))
  },
} satisfies SomeHandlers

function answerList(call: Call, filter: Filter | undefined): void {
  const { cluster } = call
  const pools = sorted(cluster.nodes)
    .filter((node) => isWanted(filter?.nodeNames, node.name))
    .flatMap((node) => [...node.storPools.values()])
    .filter(({ dfn }) => dfn.name !== disklessPoolName && isWanted(filter?.storPoolNames, dfn.name))
    .sort((a, b) => keyOf(a.dfn.name).localeCompare(keyOf(b.dfn.name), 'en'))
  const failing = pools.find((pool) => !isOffline(pool.node) && poolSpace(pool) === undefined)
  // One pool that can't be read is enough to get none (observed on LINSTOR 0.6.0); later each pool has errors of its own.
  if (failing !== undefined && cluster.apiVersion === 2) call.reply(storageFailure(failing))
  else {
    const storPools = pools.map((pool) => describeStorPool(cluster, pool))
    call.answer(API_LST_STOR_POOL, encodeMsgLstStorPool({ storPools }).finish())
  }
}

function findPool(call: Call, nodeName: string, name: string, seeker: Seeker): StorPool | undefined {
  return find.node(call.cluster, nodeName, seeker).storPools.get(keyOf(name))
}

function checkUnused(pool: StorPool, { subject }: Seeker): void {
  const users = volumesOf(pool).map(
    ({ rsc, vlm }) =>
      `   Node name: '${rsc.node.name}', resource name: '${rsc.dfn.name}', volume number: ${vlm.dfn.number}\n`,
  )
  if (users.length === 0) return
  const message =
    `The specified storage pool '${pool.dfn.name}' on node '${pool.node.name}' ` +
    'can not be deleted as volumes are still using it.'
  throw outcomes.refused(subject, MASK_DEL, FAIL_IN_USE, {
    message,
    cause: '',
    correction: 'Delete the listed volumes first.',
    details: `Volumes that are still using the storage pool: \n${users.join('')}${subject.context}`,
  })
}
