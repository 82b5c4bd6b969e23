import { posix } from 'node:path'
import type { GeneratedFile } from '../GeneratedFile.ts'
import type { CallsTable } from './CallsTable.ts'
import type { ProtoMessage } from './ProtoMessage.ts'
import { renderDoc } from './renderDoc.ts'

/**
 * Writes the tables from names to codecs of one API version. They pull in every message, so they are a module of their
 * own, for those who have to handle whatever comes: a fake controller, a recorder of traffic.
 */
export function renderCodecs(version: 2 | 3, table: CallsTable, messages: readonly ProtoMessage[]): GeneratedFile {
  const find = (name: string): ProtoMessage => {
    const candidates = messages.filter((message) => message.name === name)
    const own = candidates.find((message) => message.module.startsWith('v2/') === (version === 2)) ?? candidates[0]
    if (own === undefined) throw new Error(`calls.json: no message ${name}`)
    return own
  }
  const speaks = (entry: { apiVersions?: number[] }): boolean => entry.apiVersions?.includes(version) ?? true
  const used = new Map<string, ProtoMessage>()
  const rows = (entries: readonly (readonly [string, string | null])[]): string =>
    entries
      .map(([key, name]) => {
        if (name === null) return `  ${key}: undefined,`
        used.set(name, find(name))
        return `  ${key}: { name: '${name}', encode: encode${name}, decode: decode${name} },`
      })
      .join('\n')
  const tables = [
    renderDoc('Messages of the calls, by name of the call. `undefined` where a call has no message.'),
    `export const requestCodecs = {\n${rows(
      Object.entries(table.calls)
        .filter(([, call]) => speaks(call))
        .map(([key, call]) => [key, call.request] as const),
    )}\n} as const\n\n`,
    renderDoc('Messages of the answers and of what a controller sends one-way, by name of the content.'),
    `export const answerCodecs = {\n${rows(
      [...Object.entries(table.answers).filter(([, answer]) => speaks(answer)), ...Object.entries(table.oneway)].map(
        ([key, answer]) => [key, answer.message] as const,
      ),
    )}\n} as const\n\n`,
    renderDoc('Messages of the data that follows an event, by name of the event.'),
    `export const eventCodecs = {\n${rows(Object.entries(table.events).map(([key, event]) => [key, event.message] as const))}\n} as const\n`,
  ].join('')
  const imports = [...used].sort().map(([name, message]) => {
    const path = posix.relative('codecs', posix.join('messages', message.module))
    return `import { decode${name}, encode${name} } from '${path}.js'\n`
  })
  return { path: `packages/linstor-wire/src/codecs/v${version}.ts`, content: `${imports.join('')}\n${tables}` }
}
