import type { Cluster } from './Cluster.js'
import type { ErrorReportSeed } from './ClusterSeed.js'

const mostKept = 10_000

/** Writes an error report. Of more than 10,000 the oldest are forgotten. @returns Its id, which only counts the reports of one node. */
export function reportError(cluster: Cluster, parts: ErrorReportSeed): string {
  const { node = 'Controller', description, timeMs = cluster.clock.now() } = parts
  const number = cluster.reportsWritten.get(node) ?? 0
  cluster.reportsWritten.set(node, number + 1)
  const id = parts.id ?? `${cluster.processId}-${String(number).padStart(6, '0')}`
  cluster.errorReports.push({
    nodeNames: node,
    errorTime: timeMs,
    filename: `ErrorReport-${id}.log`,
    text: parts.text ?? textOf(id, node, timeMs, description),
  })
  if (cluster.errorReports.length > mostKept) cluster.errorReports.shift()
  return id
}

// Laid out as the controller does it, cut down to what has a meaning here.
const textOf = (id: string, node: string, timeMs: number, description: string): string =>
  [
    `ERROR REPORT ${id}`,
    '',
    '============================================================',
    '',
    'Application:                        LINBIT® LINSTOR',
    `Module:                             ${node === 'Controller' ? 'Controller' : 'Satellite'}`,
    `Error time:                         ${new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ')}`,
    `Node:                               ${node}`,
    '',
    '============================================================',
    '',
    'Reported error:',
    '===============',
    '',
    'Description:',
    `    ${description}`,
    '',
    'END OF ERROR REPORT.',
    '',
  ].join('\n')
