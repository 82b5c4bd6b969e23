import { FAIL_EXISTS_NET_IF, FAIL_NOT_FOUND_NET_IF, MASK_CRT, MASK_DEL, MASK_MOD } from '@x/linstor-wire/constants'
import { keyOf } from '../cluster/keyOf.js'
import { find } from '../protocol/find.js'
import { outcomes } from '../protocol/outcomes.js'
import { requireName } from '../protocol/requireName.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { subjects } from '../protocol/subjects.js'

/** Calls about the network interfaces of nodes. */
export const netInterfaceCalls = {
  CrtNetIf(call, { nodeName, netIf }) {
    const subject = subjects.netInterface(nodeName, netIf.name)
    const node = find.node(call.cluster, nodeName, { subject, operation: MASK_CRT })
    requireName('netInterface', netIf.name, subject)
    if (node.netInterfaces.has(keyOf(netIf.name))) {
      throw outcomes.exists(subject, FAIL_EXISTS_NET_IF, { message: `${subject.title} already exists.` })
    }
    const uuid = crypto.randomUUID()
    node.netInterfaces.set(keyOf(netIf.name), {
      uuid,
      name: netIf.name,
      address: netIf.address,
      port: netIf.stltPort,
      encryption: netIf.stltEncryptionType?.toUpperCase(),
    })
    call.reply(outcomes.created(subject, uuid, 'registered'))
  },
  ModNetIf(call, { nodeName, netIf }) {
    const subject = subjects.netInterface(nodeName, netIf.name)
    const node = find.node(call.cluster, nodeName, { subject, operation: MASK_MOD })
    const existing = node.netInterfaces.get(keyOf(netIf.name))
    if (existing === undefined) throw outcomes.notFound(subject, MASK_MOD, FAIL_NOT_FOUND_NET_IF, subject)
    existing.address = netIf.address
    existing.port = netIf.stltPort ?? existing.port
    existing.encryption = netIf.stltEncryptionType?.toUpperCase() ?? existing.encryption
    call.reply(outcomes.modified(subject, existing.uuid))
  },
  DelNetIf(call, { nodeName, netIfName }) {
    const subject = subjects.netInterface(nodeName, netIfName)
    const node = find.node(call.cluster, nodeName, { subject, operation: MASK_DEL })
    const existing = node.netInterfaces.get(keyOf(netIfName))
    if (existing === undefined) {
      const message = `Deletion of netInterface '${netIfName}' on node '${nodeName}' had no effect.`
      const cause = `${subject.title} does not exist.`
      call.reply(outcomes.notThere(subject, { message, cause, details: subject.context }))
      return
    }
    node.netInterfaces.delete(keyOf(netIfName))
    call.reply(outcomes.removed(subject, existing.uuid))
  },
} satisfies SomeHandlers
