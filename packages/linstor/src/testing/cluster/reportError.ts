import type { Cluster } from './Cluster.js'

/** What an error report says. */
export interface ErrorReportParts {
  /** @default 'Controller' */
  readonly node?: string | undefined
  /** What went wrong. */
  readonly description: string
  /** The whole report. @default one that holds the description */
  readonly text?: string | undefined
  /** Milliseconds since 1970. @default now */
  readonly timeMs?: number | undefined
}

/** Writes an error report. @returns Its id, which only counts the reports of one node. */
export function reportError(cluster: Cluster, parts: ErrorReportParts): string {
  const { node = 'Controller', description, timeMs = cluster.clock.now() } = parts
  const number = cluster.errorReports.filter(({ nodeNames }) => nodeNames === node).length
  const id = `${cluster.processId}-${String(number).padStart(6, '0')}`
  cluster.errorReports.push({
    nodeNames: node,
    errorTime: timeMs,
    filename: `ErrorReport-${id}.log`,
    text: parts.text ?? textOf(id, node, timeMs, description),
  })
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
