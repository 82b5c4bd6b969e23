import {
  API_LST_STOR_POOL_DFN,
  FAIL_EXISTS_STOR_POOL_DFN,
  FAIL_IN_USE,
  FAIL_NOT_FOUND_STOR_POOL_DFN,
  FAIL_UUID_STOR_POOL_DFN,
  MASK_CRT,
  MASK_DEL,
  MASK_MOD,
} from '@x/linstor-wire/constants'
import { encodeMsgLstStorPoolDfn } from '@x/linstor-wire/messages/MsgLstStorPoolDfn'
import { changeProps } from '../cluster/changeProps.js'
import { disklessPoolName } from '../cluster/disklessPoolName.js'
import { keyOf } from '../cluster/keyOf.js'
import { listProps } from '../cluster/listProps.js'
import { sorted } from '../cluster/sorted.js'
import { checkUuid } from '../protocol/checkUuid.js'
import { outcomes } from '../protocol/outcomes.js'
import { requireName } from '../protocol/requireName.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { subjects } from '../protocol/subjects.js'

/** Calls about storage pool definitions. */
export const storPoolDfnCalls = {
  LstStorPoolDfn(call) {
    const storPoolDfns = sorted(call.cluster.storPoolDfns)
      .filter(({ name }) => name !== disklessPoolName)
      .map(({ uuid, name, props }) => ({ uuid, storPoolName: name, props: listProps(props) }))
    call.answer(API_LST_STOR_POOL_DFN, encodeMsgLstStorPoolDfn({ storPoolDfns }).finish())
  },
  CrtStorPoolDfn(call, { storPoolDfn: { storPoolName: name, props } }) {
    const { storPoolDfns } = call.cluster
    const subject = subjects.storPoolDfn(name)
    requireName('storagePool', name, subject)
    if (storPoolDfns.has(keyOf(name))) {
      throw outcomes.exists(subject, FAIL_EXISTS_STOR_POOL_DFN, { message: `${subject.title} already exists.` })
    }
    const dfn = { uuid: crypto.randomUUID(), name, props: new Map<string, string>() }
    changeProps('storPoolDfn', dfn.props, { overrideProps: props }, { subject, operation: MASK_CRT })
    storPoolDfns.set(keyOf(name), dfn)
    call.reply(outcomes.created(subject, dfn.uuid, 'created'))
  },
  ModStorPoolDfn(call, { storPoolDfnUuid, storPoolName, ...changes }) {
    const seeker = { subject: subjects.storPoolDfn(storPoolName), operation: MASK_MOD }
    const dfn = call.cluster.storPoolDfns.get(keyOf(storPoolName))
    if (dfn === undefined) {
      throw outcomes.notFound(seeker.subject, MASK_MOD, FAIL_NOT_FOUND_STOR_POOL_DFN, seeker.subject)
    }
    checkUuid(storPoolDfnUuid, dfn.uuid, FAIL_UUID_STOR_POOL_DFN, seeker)
    changeProps('storPoolDfn', dfn.props, changes, seeker)
    call.reply(outcomes.modified(subjects.storPoolDfn(dfn.name), dfn.uuid))
  },
  DelStorPoolDfn(call, { uuid, storPoolName }) {
    const { nodes, storPoolDfns } = call.cluster
    const seeker = { subject: subjects.storPoolDfn(storPoolName), operation: MASK_DEL }
    const dfn = storPoolDfns.get(keyOf(storPoolName))
    if (dfn === undefined) {
      const { context } = seeker.subject
      call.reply(outcomes.notThere(seeker.subject, { message: `${context} not found.`, details: context }))
      return
    }
    checkUuid(uuid, dfn.uuid, FAIL_UUID_STOR_POOL_DFN, seeker)
    const subject = subjects.storPoolDfn(dfn.name)
    const users = sorted(nodes).filter(({ storPools }) => storPools.has(keyOf(storPoolName)))
    if (users.length > 0) {
      const names = users.map(({ name }) => `'${name}'`).join(', ')
      throw outcomes.refused(subject, MASK_DEL, FAIL_IN_USE, {
        message: `${subject.title} has still storage pools on node(s): ${names}.`,
        correction: 'Remove the storage pools first.',
      })
    }
    storPoolDfns.delete(keyOf(storPoolName))
    call.reply(outcomes.removed(subject, dfn.uuid))
  },
} satisfies SomeHandlers
