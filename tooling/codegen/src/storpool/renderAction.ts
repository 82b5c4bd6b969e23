import type { CallEntry } from './CallsTable.ts'
import { importLines } from './importLines.ts'
import { parseType } from './parseType.ts'
import { ReaderRenderer } from './ReaderRenderer.ts'
import { renderDoc } from './renderDoc.ts'
import type { Tables } from './Tables.ts'
import { TypeRenderer } from './TypeRenderer.ts'

/** Name of the type of a call's parameters, `undefined` when it takes none. */
export const parametersName = (call: string, { json, arguments: args }: CallEntry): string | undefined =>
  json === undefined && args === undefined ? undefined : `${call.charAt(0).toUpperCase()}${call.slice(1)}Parameters`

/** Whether the parameters of a call may be left out as a whole. */
export const parametersAreOptional = ({ optional, arguments: args }: CallEntry): boolean =>
  optional === true && args === undefined

/** What the doc comments of a call's action and method begin with. */
export function callDoc(call: CallEntry): string[] {
  const notes = [
    ...(call.multiCluster === undefined ? [] : ['On a client with `multiCluster` it concerns all clusters.']),
    ...(call.internal ? ['Of use to StorPool itself and rarely to others.'] : []),
  ]
  return [[call.doc, ...notes].join(' ')]
}

/** The module of one call: its parameters and the function that makes it. */
export function renderAction(tables: Tables, name: string): string {
  const call = tables.api.calls[name]!
  const sent = { types: new TypeRenderer(tables, true), readers: new ReaderRenderer(tables, true) }
  const received = { types: new TypeRenderer(tables, false), readers: new ReaderRenderer(tables, false) }
  const parameters = parametersName(name, call)
  const returns = parseType(call.returns)
  const result = received.types.render(returns)
  const declaration = parameters === undefined ? '' : renderParameters(tables, name, call, sent.types)
  const description = describeCall(name, call, sent.readers, received.readers.render(returns))
  const optional = parametersAreOptional(call)
  const signature = parameters === undefined ? '' : `parameters: ${parameters}${optional ? ' | undefined' : ''},`

  for (const each of received.types.uses) sent.types.uses.add(each)
  for (const each of received.readers.uses) sent.readers.uses.add(each)
  for (const each of received.readers.calls) sent.readers.calls.add(each)
  return [
    importLines(tables, { from: '../schemas', ...sent }),
    `import type { StorPoolClient } from '../createStorPoolClient.js'`,
    `import { type ApiCall, callApi } from '../internal/callApi.js'`,
    `import type { AnyCallOptions, Reply, StorPoolCallOptions } from '../StorPoolCallOptions.js'\n`,
    declaration,
    `const call: ApiCall<${result}> = ${description}\n`,
    `${actionDoc(tables, name, call)}export function ${name}<O extends AnyCallOptions = StorPoolCallOptions>(`,
    `client: StorPoolClient, ${optional ? signature.replace(':', '?:').replace(' | undefined', '') : signature} options?: O): Promise<Reply<${result}, O>> {`,
    `return callApi(client, call, ${parameters === undefined ? 'undefined' : 'parameters'}, options)\n}\n`,
  ].join('\n')
}

function renderParameters(tables: Tables, name: string, call: CallEntry, types: TypeRenderer): string {
  const args = Object.entries(call.arguments ?? {}).map(([argument, type]) => {
    const doc = tables.api.arguments[argument]
    if (doc === undefined) throw new Error(`${name}: the argument ${argument} is not explained`)
    return `${renderDoc([doc], '  ')}  ${argument}: ${types.render(parseType(type))}`
  })
  const doc = `/** What {@link ${name}} takes. */\n`
  const ts = parametersName(name, call)
  if (call.json === undefined) return `${doc}export interface ${ts} {\n${args.join('\n')}\n}\n`
  const node = parseType(call.json)
  if (node.kind === 'only') {
    return `${doc}export interface ${ts} {\n  ${node.member}: ${types.render(node.value)}\n}\n`
  }
  if (call.member !== undefined) return `${doc}export interface ${ts} {\n  ${call.member}: ${types.render(node)}\n}\n`
  const body = types.render(node)
  if (args.length === 0) return `${doc}export type ${ts} = ${body}\n`
  return `${doc}export interface ${ts} extends ${body} {\n${args.join('\n')}\n}\n`
}

function describeCall(name: string, call: CallEntry, readers: ReaderRenderer, answer: string): string {
  const args = Object.entries(call.arguments ?? {}).map(([key, type]) => `${key}: ${readers.render(parseType(type))}`)
  const parts = [
    `operation: '${name}'`,
    `method: '${call.verb}'`,
    `path: '${call.path}'`,
    `idempotent: ${call.verb === 'GET'}`,
    ...(call.multiCluster === undefined ? [] : ['multiCluster: true']),
    ...(args.length === 0 ? [] : [`arguments: { ${args.join(', ')} }`]),
    ...(call.json === undefined ? [] : [`json: ${readers.render(parseType(call.json))}`]),
    ...(call.member === undefined ? [] : [`member: '${call.member}'`]),
    ...(call.optional ? ['optional: true'] : []),
    `answer: ${answer}`,
  ]
  return `{\n  ${parts.join(',\n  ')},\n}`
}

function actionDoc(tables: Tables, name: string, call: CallEntry): string {
  const lost =
    'A call whose answer is lost is made again only with `retryLostPosts`: the server may have done the work.'
  const since = call.since === undefined ? '' : `; bindings since ${call.since}`
  return renderDoc([
    ...callDoc(call),
    ...(call.verb === 'POST' ? [lost] : []),
    '@param client - From `createStorPoolClient` or `createStorPool`.',
    ...(parametersName(name, call) === undefined ? [] : ['@param parameters - Checked before anything is sent.']),
    '@param options - `signal`, `timeoutMs`, `requestId`, `headers`, `clusterName`, `validation` and more for this call.',
    ...(parametersName(name, call) === undefined
      ? []
      : ['@throws {ConfigurationError} when a parameter does not fit its type.']),
    '@throws {StorPoolApiError} when the server refuses.',
    '@throws {ProtocolError} when the answer is none of this API.',
    ...(call.deprecated === undefined ? [] : [`@deprecated ${call.deprecated}`]),
    `@see ${tables.api.source.split(',')[0]}, \`${call.verb} ${tables.api.prefix}/${call.path}\`${since}`,
  ])
}
