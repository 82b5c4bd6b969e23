import type { CallsTable } from '../linstor/CallsTable.ts'
import { renderDoc } from '../linstor/renderDoc.ts'
import type { MethodsTable } from './MethodsTable.ts'

/** Writes what the actions by hand need to know of their calls, so that it stands in the table only. */
export function renderHandCalls({ methods }: MethodsTable, { calls }: CallsTable): string {
  const rows = methods.flatMap(({ name, kind, apiCall, idempotent = false }) => {
    if (kind !== 'byHand' || apiCall === undefined) return []
    const call = calls[apiCall]
    if (call === undefined) throw new Error(`methods.json: ${name}: no call ${apiCall}`)
    const versions = call.apiVersions === undefined ? '' : `, apiVersions: [${call.apiVersions.join(', ')}]`
    return [`  ${name}: { operation: '${name}', apiCall: '${apiCall}', idempotent: ${idempotent}${versions} },\n`]
  })
  return `${renderDoc('Name on the wire and nature of the calls whose actions are written by hand.')}export const handCalls = {\n${rows.join('')}} as const\n`
}
