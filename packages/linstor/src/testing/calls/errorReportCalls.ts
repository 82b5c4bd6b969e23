import { API_LST_ERROR_REPORTS } from '@x/linstor-wire/constants'
import { encodeMsgErrorReport, type MsgErrorReport } from '@x/linstor-wire/messages/MsgErrorReport'
import type { MsgReqErrorReport } from '@x/linstor-wire/messages/MsgReqErrorReport'
import type { Cluster } from '../cluster/Cluster.js'
import { isOffline } from '../cluster/isOffline.js'
import { isReachable } from '../cluster/isReachable.js'
import { keyOf } from '../cluster/keyOf.js'
import { askSatellites } from '../protocol/askSatellites.js'
import type { Call } from '../protocol/Call.js'
import { isWanted } from '../protocol/isWanted.js'
import type { SomeHandlers } from '../protocol/SomeHandlers.js'

/** The call that fetches error reports, which asks the satellites for theirs. */
export const errorReportCalls = {
  ReqErrorReports(call, request) {
    const { cluster } = call
    const asked = [...cluster.nodes.values()]
      .filter((node) => isReachable(node) && isWanted(request.nodeNames, node.name))
      .map((node) => ({ node }))
    askSatellites(call, asked, { last: () => answer(call, request) })
  },
} satisfies SomeHandlers

function answer(call: Call, request: MsgReqErrorReport): void {
  const reports = call.cluster.errorReports
    .filter((report) => isAskedFor(call.cluster, report, request))
    .sort((a, b) => a.errorTime - b.errorTime)
    .map(({ text, ...report }) => encodeMsgErrorReport(request.withContent ? { ...report, text } : report).finish())
  call.answer(API_LST_ERROR_REPORTS, ...reports)
}

function isAskedFor({ nodes }: Cluster, report: MsgErrorReport, request: MsgReqErrorReport): boolean {
  const { nodeNames: node, errorTime, filename } = report
  const satellite = nodes.get(keyOf(node))
  if (satellite !== undefined && isOffline(satellite)) return false
  const { nodeNames, since = 0, to = Number.POSITIVE_INFINITY, ids } = request
  const id = filename.slice('ErrorReport-'.length)
  return (
    isWanted(nodeNames, node) &&
    errorTime >= since &&
    errorTime <= to &&
    (ids.length === 0 || ids.some((wanted) => id.startsWith(wanted)))
  )
}
