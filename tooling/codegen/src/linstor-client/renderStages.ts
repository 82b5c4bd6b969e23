import { renderDoc } from '../linstor/renderDoc.ts'
import type { MethodsTable } from './MethodsTable.ts'

/** Writes from which release on which call waits for the satellites. */
export function renderStages({ methods }: MethodsTable): string {
  const rows = methods.flatMap(({ name, stagedSince }) =>
    stagedSince === undefined ? [] : [`  ${name}: '${stagedSince}',\n`],
  )
  return `${renderDoc('First LINSTOR release in which the answer of a call waits for the satellites.')}export const stagedSince = {\n${rows.join('')}} as const\n`
}
