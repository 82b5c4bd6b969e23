import type { CallsTable } from '../linstor/CallsTable.ts'
import { renderDoc } from '../linstor/renderDoc.ts'
import type { Method, MethodsTable, Parameter, ParameterType } from './MethodsTable.ts'
import { pascalCase } from './pascalCase.ts'
import { renderActionDoc } from './renderActionDoc.ts'

type Resolved = Parameter & ParameterType

/** Writes the file of one generated action. */
export function renderAction(method: Method, { types }: MethodsTable, wire: CallsTable): string {
  const { name, apiCall = '', kind } = method
  const call = wire.calls[apiCall]
  if (call === undefined) throw new Error(`methods.json: ${name}: no call ${apiCall}`)
  const parameters = (method.parameters ?? []).map((parameter): Resolved => {
    const type = types[parameter.type]
    if (type === undefined) throw new Error(`methods.json: ${name}: no type ${parameter.type}`)
    return { ...type, ...parameter }
  })
  const type = `${pascalCase(name)}Parameters`
  const list = kind === 'list' ? listOf(call.answer, wire) : undefined
  const body = [
    `  operation: '${name}',`,
    `  apiCall: '${apiCall}',`,
    `  idempotent: ${kind === 'list'},`,
    ...(call.apiVersions === undefined ? [] : [`  apiVersions: [${call.apiVersions.join(', ')}],`]),
    `  rules: { ${parameters.map((parameter) => `${parameter.name}: ${ruleOf(parameter)}`).join(', ')} },`,
    ...(call.request === null ? [] : [`  encode: ${renderEncode(call.request, parameters)},`]),
    ...(list === undefined ? [] : [`  content: '${call.answer}',`, `  decode: (message) => decode${list}(message),`]),
  ]
  const result = list === undefined ? 'Answers<ApiCallResponse>' : `Answers<ListAnswer<${list}>>`
  const definition = list === undefined ? `CallDefinition<${type}>` : `ListDefinition<${type}, ${list}>`
  const needed = parameters.some(({ optional }) => !optional)
  const code = [
    renderDoc(`What {@link ${name}} takes.`),
    parameters.length === 0
      ? `export type ${type} = Record<string, never>\n\n`
      : `export interface ${type} {\n${parameters.map(renderParameter).join('')}}\n\n`,
    `const definition: ${definition} = {\n${body.join('\n')}\n}\n\n`,
    renderActionDoc(method, parameters.length > 0, exampleOf(parameters)),
    `export const ${name} = (client: LinstorClient, parameters: ${type}${needed ? '' : ' = {}'}, options: CallOptions = {}): ${result} =>\n`,
    `  ${list === undefined ? 'callReplies' : 'callList'}(client, definition, parameters, options)\n`,
  ].join('')
  return `${renderImports(code)}\n${code}`
}

function renderParameter({ doc, name, optional, ts, default: fallback }: Resolved): string {
  const remark = fallback === undefined ? '' : ` @default ${JSON.stringify(fallback)}`
  return `${renderDoc(doc + remark, '  ')}  ${name}${optional ? '?' : ''}: ${ts}${optional ? ' | undefined' : ''}\n`
}

function ruleOf({ rule, optional }: Resolved): string {
  const expression = /^\w+$/.test(rule) ? `rules.${rule}` : rule
  return optional ? `optional(${expression})` : expression
}

interface Tree {
  [field: string]: Tree | string
}

function renderEncode(request: string, parameters: readonly Resolved[]): string {
  const tree: Tree = {}
  for (const parameter of parameters) {
    if (parameter.to === undefined) continue
    const path = parameter.to.split('.')
    let at = tree
    for (const field of path.slice(0, -1)) {
      at[field] ??= {}
      at = at[field] as Tree
    }
    at[path.at(-1) ?? ''] = expressionOf(parameter)
  }
  const guards = parameters
    .filter(({ satellite }) => satellite)
    .map(({ name }) => `refuseShortKeys(definition.operation, '${name}', p.${name}, peer, limits)`)
  const encode = `encode${request}(${renderTree(tree)})`
  if (guards.length === 0) return `(p) => ${encode}`
  return `(p, { peer, limits }) => {\n${guards.join('\n')}\nreturn ${encode}\n}`
}

function expressionOf({ name, convert, optional, default: fallback }: Resolved): string {
  const given = `p.${name}${fallback === undefined ? '' : ` ?? ${JSON.stringify(fallback)}`}`
  if (convert === undefined) return given
  return optional && convert === 'BigInt'
    ? `${given} === undefined ? undefined : BigInt(${given})`
    : `${convert}(${given})`
}

const renderTree = (tree: Tree): string =>
  `{ ${Object.entries(tree)
    .map(([field, value]) => `${field}: ${typeof value === 'string' ? value : renderTree(value)}`)
    .join(', ')} }`

function listOf(answer: string, { answers }: CallsTable): string {
  const message = answers[answer]?.message
  if (message === undefined || message === null) throw new Error(`methods.json: no list in ${answer}`)
  return message
}

const exampleOf = (parameters: readonly Resolved[]): Record<string, unknown> =>
  Object.fromEntries(parameters.filter(({ optional }) => !optional).map(({ name, example }) => [name, example]))

// What a generated file may use, and where it is.
const sources: Record<string, string> = {
  'type CallOptions': '@x/core-errors',
  'type Secret': '@x/core-errors',
  'type LinstorClient': '../client/LinstorClient.js',
  'type ApiCallResponse': '../replies/ApiCallResponse.js',
  'type Answers': '../call/Answers.js',
  'type ListAnswer': '../call/ListAnswer.js',
  'type CallDefinition': '../call/CallDefinition.js',
  'type ListDefinition': '../call/callList.js',
  'type NodeType': '../lists/nodeTypes.js',
  callReplies: '../call/callReplies.js',
  callList: '../call/callList.js',
  propertyEntries: '../call/propertyEntries.js',
  toRestoreNodes: '../call/toRestoreNodes.js',
  revealSecret: '../call/revealSecret.js',
  refuseShortKeys: '../check/refuseShortKeys.js',
  rules: '../check/rules.js',
  optional: '../check/optional.js',
  listOf: '../check/listOf.js',
  oneOf: '../check/oneOf.js',
  nodeTypes: '../lists/nodeTypes.js',
}

function renderImports(code: string): string {
  const text = code.replace(/\/\*\*[\s\S]*?\*\//g, '').replace('rules:', '')
  const lines = Object.entries(sources)
    .filter(([name]) => new RegExp(`\\b${name.replace('type ', '')}\\b`).test(text))
    .map(([name, source]) => `import { ${name} } from '${source}'\n`)
  for (const message of new Set(text.match(/\b(?:encode|decode)(?=(Msg|Filter))\w+/g))) {
    const name = message.replace(/^(?:encode|decode)/, '')
    const typeToo = message.startsWith('decode') ? `, type ${name}` : ''
    lines.push(`import { ${message}${typeToo} } from '@x/linstor-wire/messages/${name}'\n`)
  }
  return lines.join('')
}
