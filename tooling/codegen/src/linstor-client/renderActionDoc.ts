import type { Method } from './MethodsTable.ts'

/** Writes the doc comment of a generated action. */
export function renderActionDoc(method: Method, takesParameters: boolean, example: Record<string, unknown>): string {
  const { name, apiCall, kind } = method
  const list = kind === 'list'
  const shown = JSON.stringify(example)
    .replaceAll(/"(\w+)":/g, ' $1: ')
    .replaceAll('"', "'")
    .replace('}', ' }')
    .replaceAll(',', ', ')
    .replaceAll('  ', ' ')
  const argument = Object.keys(example).length === 0 ? '' : `, ${shown}`
  const notes = [
    list
      ? 'Made again when the connection is lost meanwhile: it only reads.'
      : 'Not made again once it may have reached the controller.',
    ...stageNotes(method),
  ]
  const lines = [
    method.summary,
    '',
    notes.join(' '),
    '',
    '@param client - A client from {@link createLinstorClient} or {@link createLinstor}.',
    `@param parameters - ${takesParameters ? `See {@link ${name[0]?.toUpperCase()}${name.slice(1)}Parameters}.` : 'None.'}`,
    '@param options - Per-call `signal`, `timeoutMs`, `requestId`.',
    list
      ? '@returns The list, and outcomes in place of it or beside it; {@link expectList} takes the list out of them.'
      : '@returns All outcomes of the call, errors included; {@link expectSuccess} throws for those.',
    '@throws {ConfigurationError} when a parameter can not be sent; nothing is sent then.',
    '@throws {ConnectionError} when the connection is lost or can not be had.',
    '@throws {TimeoutError} when the call does not end in time.',
    '@throws {ProtocolError} when an answer can not be understood.',
    `@see LINSTOR API versions 2 and 3, call \`${apiCall}\``,
    '@example',
    list
      ? `const list = expectList(await ${name}(client${argument}))`
      : `const replies = expectSuccess(await ${name}(client${argument}))`,
  ]
  return `/**\n${lines
    .flatMap(wrap)
    .map((line) => ` *${line === '' ? '' : ` ${line}`}\n`)
    .join('')} */\n`
}

/** What a caller must know about when the call ends and where it exists. */
function stageNotes({ stagedSince, availableSince, kind }: Method): string[] {
  const notes: string[] = []
  if (availableSince !== undefined) notes.push(`From LINSTOR ${availableSince}.`)
  if (stagedSince !== undefined) {
    const what = kind === 'list' ? 'The satellites are asked' : 'The answer waits for the satellites'
    notes.push(stagedSince === availableSince ? `${what}.` : `${what} from LINSTOR ${stagedSince} on.`)
  }
  return notes
}

function wrap(line: string): string[] {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= 112) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
