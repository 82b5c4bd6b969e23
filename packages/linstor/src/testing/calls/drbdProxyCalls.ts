import {
  FAIL_EXISTS_RSC_CONN,
  FAIL_INVLD_DRBD_PROXY_COMPRESSION_TYPE,
  FAIL_NOT_FOUND_RSC_CONN,
  FAIL_UUID_RSC_DFN,
  KEY_DRBD_PROXY_COMPRESSION_TYPE,
  MASK_MOD,
  NAMESPC_DRBD_PROXY,
  NAMESPC_DRBD_PROXY_COMPRESSION_OPTIONS,
  VAL_DRBD_PROXY_COMPRESSION_LZ4,
  VAL_DRBD_PROXY_COMPRESSION_LZMA,
  VAL_DRBD_PROXY_COMPRESSION_NONE,
  VAL_DRBD_PROXY_COMPRESSION_ZLIB,
} from '@x/linstor-wire/constants'
import { changeProps } from '../cluster/changeProps.js'
import { connectionKey } from '../cluster/connectionKey.js'
import { lowestFree } from '../cluster/lowestFree.js'
import { portsInUse } from '../cluster/portsInUse.js'
import { rangeStart } from '../cluster/rangeStart.js'
import { checkUuid } from '../protocol/checkUuid.js'
import { find } from '../protocol/find.js'
import { outcomes } from '../protocol/outcomes.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'
import { subjects } from '../protocol/subjects.js'

const compressionTypes: ReadonlySet<string> = new Set([
  VAL_DRBD_PROXY_COMPRESSION_NONE,
  VAL_DRBD_PROXY_COMPRESSION_ZLIB,
  VAL_DRBD_PROXY_COMPRESSION_LZMA,
  VAL_DRBD_PROXY_COMPRESSION_LZ4,
])

const proxyFlag = 'LOCAL_DRBD_PROXY'

/** Calls about the DRBD proxy, from API version 3 on. None was observed: their texts and the flag are ours. */
export const drbdProxyCalls = {
  EnableDrbdProxy(call, { node1Name, node2Name, rscName, port }) {
    const { cluster } = call
    const subject = subjects.rscConn(node1Name, node2Name, rscName)
    const seeker = { subject, operation: MASK_MOD }
    for (const name of [node1Name, node2Name]) find.rsc(cluster, name, rscName, seeker)
    const { rscConns } = find.rscDfn(cluster, rscName, seeker)
    const key = connectionKey(node1Name, node2Name)
    const connection = rscConns.get(key) ?? {
      uuid: crypto.randomUUID(),
      first: node1Name,
      second: node2Name,
      volume: undefined,
      props: new Map<string, string>(),
      flags: new Set<string>(),
      port: undefined,
    }
    if (port !== undefined && portsInUse(cluster).includes(port)) {
      throw outcomes.refused(subject, MASK_MOD, FAIL_EXISTS_RSC_CONN, {
        message: `The specified TCP port '${port}' is invalid.`,
        cause: `TCP port ${port} is already in use`,
      })
    }
    connection.flags.add(proxyFlag)
    connection.port = port ?? lowestFree(rangeStart(cluster, 'TcpPortAutoRange', 7_000), portsInUse(cluster))
    rscConns.set(key, connection)
    call.reply(outcomes.modified(subject, connection.uuid))
  },
  DisableDrbdProxy(call, { node1Name, node2Name, rscName }) {
    const subject = subjects.rscConn(node1Name, node2Name, rscName)
    const seeker = { subject, operation: MASK_MOD }
    const connection = find.rscDfn(call.cluster, rscName, seeker).rscConns.get(connectionKey(node1Name, node2Name))
    if (connection === undefined) throw outcomes.notFound(subject, MASK_MOD, FAIL_NOT_FOUND_RSC_CONN, subject)
    connection.flags.delete(proxyFlag)
    connection.port = undefined
    call.reply(outcomes.modified(subject, connection.uuid))
  },
  ModifyDrbdProxy(call, { rscDfnUuid, rscName, compressionType, compressionProps, ...changes }) {
    const seeker = { subject: subjects.rscDfn(rscName), operation: MASK_MOD }
    const dfn = find.rscDfn(call.cluster, rscName, seeker)
    checkUuid(rscDfnUuid, dfn.uuid, FAIL_UUID_RSC_DFN, seeker)
    if (compressionType !== undefined && !compressionTypes.has(compressionType)) {
      throw outcomes.refused(seeker.subject, MASK_MOD, FAIL_INVLD_DRBD_PROXY_COMPRESSION_TYPE, {
        message: `The compression type '${compressionType}' is not known.`,
      })
    }
    changeProps('rscDfn', dfn.props, changes, seeker)
    if (compressionType !== undefined) {
      const prefix = `${NAMESPC_DRBD_PROXY_COMPRESSION_OPTIONS}/`
      for (const key of [...dfn.props.keys()]) if (key.startsWith(prefix)) dfn.props.delete(key)
      dfn.props.set(`${NAMESPC_DRBD_PROXY}/${KEY_DRBD_PROXY_COMPRESSION_TYPE}`, compressionType)
      for (const { key, value } of compressionProps) dfn.props.set(`${prefix}${key}`, value)
    }
    call.reply(outcomes.modified(subjects.rscDfn(dfn.name), dfn.uuid))
  },
} satisfies SomeHandlers
