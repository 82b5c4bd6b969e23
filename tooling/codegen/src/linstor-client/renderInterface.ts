import type { CallsTable } from '../linstor/CallsTable.ts'
import { renderDoc } from '../linstor/renderDoc.ts'
import type { Method, MethodsTable } from './MethodsTable.ts'
import { pascalCase } from './pascalCase.ts'

const sources: Record<string, string> = {
  Answers: '../call/Answers.js',
  ListAnswer: '../call/ListAnswer.js',
  ApiCallResponse: '../replies/ApiCallResponse.js',
  MaxVolumeSizes: '../lists/MaxVolumeSizes.js',
  ErrorReport: '../lists/ErrorReport.js',
  Watch: '../watch/Watch.js',
  Peer: '../connection/Peer.js',
  ControllerInfo: '../connection/ControllerInfo.js',
  TransportStats: '../transport/TransportStats.js',
}

/** Writes the interface of all calls as methods. Written out, so that editors need not infer it. */
export function renderInterface({ methods }: MethodsTable, wire: CallsTable): string {
  const actions = methods.filter(({ kind }) => kind !== 'export')
  const members = actions.map((method) => `${renderDoc(method.summary, '  ')}  ${renderMember(method, wire)}\n`)
  const code = `${renderDoc('Every call as a method.')}export interface LinstorActions {\n${members.join('\n')}}\n`
  const names = new Set(code.match(/\b[A-Z]\w+/g))
  const imports = [
    "import type { CallOptions } from '@x/core-errors'\n",
    ...Object.entries(sources).flatMap(([name, source]) =>
      names.has(name) ? [`import type { ${name} } from '${source}'\n`] : [],
    ),
    ...[...new Set(code.match(/(?<=[<])Msg\w+/g))].map(
      (name) => `import type { ${name} } from '@x/linstor-wire/messages/${name}'\n`,
    ),
    ...actions.flatMap((method) =>
      method.noOptions
        ? []
        : [`import type { ${pascalCase(method.name)}Parameters } from '../actions/${method.name}.js'\n`],
    ),
  ]
  return `${imports.join('')}\n${code}`
}

function renderMember(method: Method, wire: CallsTable): string {
  const { name, kind, apiCall = '', noOptions } = method
  const list = wire.answers[wire.calls[apiCall]?.answer ?? '']?.message
  const result = method.returns ?? (kind === 'list' ? `Answers<ListAnswer<${list}>>` : 'Answers<ApiCallResponse>')
  if (noOptions) return `${name}(): ${result}`
  return `${name}(parameters${isNeeded(method) ? '' : '?'}: ${pascalCase(name)}Parameters, options?: CallOptions): ${result}`
}

const isNeeded = ({ parameters, kind, required }: Method): boolean =>
  kind === 'byHand' ? required === true : (parameters ?? []).some(({ optional }) => !optional)
