import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { GeneratedFile } from '../GeneratedFile.ts'
import type { CallsTable } from './CallsTable.ts'
import type { ConstantsTable } from './ConstantsTable.ts'
import { readProtos } from './readProtos.ts'
import { renderCodecs } from './renderCodecs.ts'
import { renderConstants } from './renderConstants.ts'
import { renderMessage } from './renderMessage.ts'
import { renderReturnCodes } from './renderReturnCodes.ts'

/**
 * Makes the modules of `@x/linstor-wire`: messages from the .proto files at the root of the repository, constants and
 * tables of names from the package's `spec/`.
 */
export function generate(root: string): GeneratedFile[] {
  const spec = <T>(file: string): T =>
    JSON.parse(readFileSync(resolve(root, 'packages/linstor-wire/spec', file), 'utf8')) as T
  const messages = readProtos(root)
  const calls = spec<CallsTable>('calls.json')
  const constants = spec<ConstantsTable>('constants.json')
  return [
    ...messages.map((message) => ({
      path: `packages/linstor-wire/src/messages/${message.module}.ts`,
      content: renderMessage(message),
    })),
    renderCodecs(3, calls, messages),
    renderCodecs(2, calls, messages),
    ...renderConstants(constants),
    renderReturnCodes(constants),
  ]
}
