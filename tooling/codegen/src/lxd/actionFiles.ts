import type { GeneratedFile } from '../GeneratedFile.ts'
import { describe } from './describe.ts'
import type { Directions } from './directions.ts'
import { lowerFirst } from './schemaFiles.ts'
import type { OperationRow, QueryArgument, Table } from './table.ts'
import { referredType, writeType } from './typeExpression.ts'

const folder = 'packages/lxd/src/actions'

const camelCase = (name: string): string => name.replace(/-+(\w)/g, (_, letter: string) => letter.toUpperCase())
const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const pathNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
const quote = (text: string): string => `'${text}'`

const argumentNotes: Record<string, string> = {
  'all-projects': 'Whether to answer for all projects; not together with `project`.',
  filter: 'Which entries to answer: `field eq value`, joined with `and` or `or`. See `escapeFilter`.',
  path: 'Absolute path inside the instance, or the name of a template.',
  project: "The project to act in. @default the client's",
  recursion:
    'What to answer in place of everything: `2;fields=state.disk`, with `instances_state_selective_recursion`.',
  secret: 'What the server gave out for this one purpose.',
  target: "The cluster member to act on. @default the client's",
  timeout: 'Seconds after which the server answers anyway; -1 for never.',
  type: 'Which kinds, joined with commas.',
}

const pathNotes: Record<string, string> = {
  fingerprint: 'SHA-256 fingerprint in hexadecimal digits; an unambiguous beginning is enough to read.',
  id: 'Id of the operation or session.',
  type: 'Type of the volume: `custom`, `container`, `virtual-machine` or `image`.',
  listenAddress: 'Address that the server listens on.',
}

const pathNote = (name: string): string =>
  pathNotes[name] ?? `${upperFirst(name.replace(/([A-Z])/g, ' $1').toLowerCase())}, not escaped.`

const headerNotes: Record<string, string> = {
  expectedFingerprint: 'What the server is to compare the fingerprint with.',
  gid: 'Group id of the owner. @default 0',
  imageProperties: 'Properties of the image, as the query of a URL.',
  mode: 'Permissions as four octal digits, `0644`. The server reads digits without the leading zero as decimal.',
  name: 'Name of what is imported, in place of the one inside.',
  poolName: 'Pool for what is imported, in place of the one inside.',
  rawType: 'What the bytes are: `backup`, `iso` or `tar`. @default backup',
  type: '`file`, `directory` or `symlink`. @default file',
  uid: 'User id of the owner. @default 0',
  write: '`overwrite` or `append`. @default overwrite',
}

/** One file per operation, and an index. */
export function actionFiles(table: Table, directions: Directions): GeneratedFile[] {
  const newer = new Set(table.extensions.filter(({ since }) => since === 'latest').map(({ name }) => name))
  const files = table.operations.map((operation) => actionFile(operation, table, directions, newer))
  const exports = table.operations
    .map(({ name }) => name)
    .sort()
    .map((name) => `export { ${name}, type ${upperFirst(name)}Parameters } from './${name}.js'`)
  return [...files, { path: `${folder}/index.ts`, content: `${exports.join('\n')}\n` }]
}

/** What the signature of an action is made of; the interface of the full client needs the same. */
export function signatureOf(operation: OperationRow): {
  parameters: string
  optional: boolean
  result: string
  resultTypes: string[]
} {
  const optional =
    pathNames(operation.path).length === 0 &&
    operation.body === undefined &&
    !(operation.query ?? []).some(({ required }) => required)
  const shared = { parameters: `${upperFirst(operation.name)}Parameters`, optional }
  const plain: Record<string, string> = {
    change: 'LxdChange',
    operation: 'LxdChange',
    stream: 'LxdDownload',
    head: 'LxdDownload',
    websocket: 'LxdWebSocket',
    upgrade: 'LxdUpgrade',
    text: 'string',
  }
  const known = plain[operation.result]
  if (known !== undefined) return { ...shared, result: known, resultTypes: [] }
  const type = referredType(operation.result)
  const result = writeType(operation.result, {
    reference: (name) => name,
    scalar: { string: 'string' },
    list: (item) => `${item}[]`,
    map: (item) => `Record<string, ${item}>`,
  })
  return { ...shared, result, resultTypes: type === undefined ? [] : [type] }
}

const kinds: Record<string, string> = {
  change: 'callChange',
  operation: 'callChange',
  stream: 'callStream',
  head: 'callStream',
  text: 'callText',
  websocket: 'callWebSocket',
  upgrade: 'callUpgrade',
}

function schemaCode(operation: OperationRow): { code: string; helpers: string[] } {
  const helpers = new Set<string>()
  const code = writeType(operation.result, {
    reference: lowerFirst,
    scalar: { string: 'z.string()' },
    list: (item) => {
      helpers.add('list')
      return `list(${item})`
    },
    map: (item) => {
      helpers.add('map')
      return `map(${item})`
    },
  })
  return { code, helpers: [...helpers] }
}

function actionFile(
  operation: OperationRow,
  table: Table,
  directions: Directions,
  newer: ReadonlySet<string>,
): GeneratedFile {
  const { name } = operation
  const { parameters, optional, result, resultTypes } = signatureOf(operation)
  const caller = kinds[operation.result] ?? 'callSync'
  const isSync = caller === 'callSync'
  const schema = isSync ? schemaCode(operation) : { code: '', helpers: [] }
  const body = operation.body === undefined ? undefined : directions.inputName(operation.body)
  const imports = [
    "import type { LxdClient } from '../LxdClient.js'",
    "import type { LxdCallOptions } from '../LxdCallOptions.js'",
    `import { ${caller} } from '../internal/${caller}.js'`,
    ...(operation.danger === undefined
      ? []
      : [`import { ${operation.danger} } from '../dangers/${operation.danger}.js'`]),
    "import type { Route } from '../internal/Route.js'",
    ...(schema.code.includes('z.') ? ["import * as z from 'zod/mini'"] : []),
    ...schema.helpers.map((helper) => `import { ${helper} } from '../internal/schema/${helper}.js'`),
    ...resultTypes.map((type) => `import { type ${type}, ${lowerFirst(type)} } from '../schemas/${type}.js'`),
    ...(result.startsWith('Lxd') ? [`import type { ${result} } from '../${resultModules[result]}.js'`] : []),
    ...(body === undefined ? [] : [`import type { ${body} } from '../schemas/${body}.js'`]),
    ...(operation.raw === undefined ? [] : ["import type { LxdUploadBody } from '../LxdUploadBody.js'"]),
  ]
  const content = `${imports.join('\n')}

${parametersCode(operation, table, body)}

const route: Route = ${routeCode(operation, newer)}

${docComment(operation, result, newer)}
export ${operation.danger === undefined ? '' : 'async '}function ${name}(
  client: LxdClient,
  parameters: ${parameters}${optional ? ' = {}' : ''},
  options: LxdCallOptions = {},
): Promise<${result}> {
${operation.danger === undefined ? '' : `  await ${operation.danger}(client, parameters, options)\n`}  return ${caller}(client, route, parameters, options${isSync ? `, ${schema.code}` : ''})
}
`
  return { path: `${folder}/${name}.ts`, content }
}

/** Where the types of results that are no structure of the table live, below `src`. */
export const resultModules: Record<string, string> = {
  LxdChange: 'LxdChange',
  LxdDownload: 'LxdDownload',
  LxdWebSocket: 'websocket/LxdWebSocket',
  LxdUpgrade: 'transport/LxdUpgrade',
}

function parametersCode(operation: OperationRow, table: Table, body: string | undefined): string {
  const members: string[] = []
  const taken = new Set(pathNames(operation.path))
  for (const name of taken) members.push(`  /** ${pathNote(name)} */\n  ${name}: string`)
  for (const argument of operation.query ?? []) {
    members.push(queryMember(argument))
    taken.add(camelCase(argument.name))
  }
  const renamed = Object.entries(operation.bodyNames ?? {})
  for (const [ours, theirs] of renamed) {
    members.push(
      `  /** The field \`${theirs}\` of the body; \`${theirs}\` itself is the argument of the query. */\n  ${ours}?: ${body}['${theirs}']`,
    )
  }
  const { raw } = operation
  if (raw !== undefined) {
    members.push(
      `  /** Bytes that are sent in place of the fields of the body. */\n  ${raw.name}?: LxdUploadBody | undefined`,
    )
    const fields = Object.keys(table.types[operation.body ?? '']?.fields ?? {})
    for (const [name, header] of Object.entries(raw.headers)) {
      if (taken.has(name) || fields.includes(name)) continue
      taken.add(name)
      const note = headerNotes[name] ?? `Header \`${header}\` of an upload.`
      members.push(`  /** ${note} */\n  ${name}?: ${['uid', 'gid'].includes(name) ? 'number' : 'string'} | undefined`)
    }
  }
  const fields = Object.keys(table.types[operation.body ?? '']?.fields ?? {})
  const clashing = fields.filter((field) => taken.has(field))
  const free = new Set([...renamed.map(([, theirs]) => theirs), ...pathNames(operation.path)])
  const unresolved = clashing.filter((field) => !free.has(field))
  if (unresolved.length > 0) throw new Error(`${operation.name}: bodyNames must rename ${unresolved.join(', ')}`)
  const omitted = clashing.map(quote).join(' | ')
  const base = body === undefined ? '' : ` extends ${omitted === '' ? body : `Omit<${body}, ${omitted}>`}`
  if (members.length === 0 && base === '') {
    return `/** {@link ${operation.name}} takes none. */
export type ${upperFirst(operation.name)}Parameters = Record<string, never>`
  }
  return `/** Parameters of {@link ${operation.name}}. */
export interface ${upperFirst(operation.name)}Parameters${base} {
${members.join('\n')}
}`
}

function queryMember(argument: QueryArgument): string {
  const type = { bool: 'boolean', int: 'number', string: 'string' }[argument.type ?? 'string']
  const since = argument.since === 'latest' ? ' Newer than the specification of LXD 5.0.' : ''
  const note = argumentNotes[argument.name] ?? `Query argument \`${argument.name}\`.`
  const [text, fallback] = note.split(/(?= @default)/)
  return `  /** ${text}${since}${fallback ?? ''} */\n  ${camelCase(argument.name)}${argument.required ? '' : '?'}: ${type}${argument.required ? '' : ' | undefined'}`
}

function routeCode(operation: OperationRow, newer: ReadonlySet<string>): string {
  const query = (operation.query ?? []).map(({ name }) => quote(name))
  const { raw, bodyNames, recursion, extension, method } = operation
  const entries = [
    `operation: ${quote(operation.name)}`,
    `method: ${quote(method)}`,
    `path: ${quote(operation.path)}`,
    ...(query.length === 0 ? [] : [`query: [${query.join(', ')}]`]),
    ...(recursion === undefined ? [] : [`recursion: ${recursion}`]),
    ...(bodyNames === undefined
      ? []
      : [
          `bodyNames: { ${Object.entries(bodyNames)
            .map(([ours, theirs]) => `${ours}: ${quote(theirs)}`)
            .join(', ')} }`,
        ]),
    ...(raw === undefined
      ? []
      : [
          `raw: ${quote(raw.name)}`,
          ...(operation.body === undefined ? ['rawOnly: true'] : []),
          `headers: { ${Object.entries(raw.headers)
            .map(([name, header]) => `${name}: ${quote(header.slice('X-LXD-'.length))}`)
            .join(', ')} }`,
        ]),
    ...(extension !== undefined && newer.has(extension) ? [`extension: ${quote(extension)}`] : []),
    `idempotent: ${method === 'GET' || method === 'HEAD'}`,
  ]
  return `{ ${entries.join(', ')} }`
}

function docComment(operation: OperationRow, result: string, newer: ReadonlySet<string>): string {
  const { extension } = operation
  const isNewer = extension !== undefined && newer.has(extension)
  const lines = [describe(operation)]
  if (operation.until === '5.0') lines.push('Gone from newer servers.')
  if (operation.asyncSince !== undefined)
    lines.push('Done at once on LXD 5.0; newer servers answer an operation to wait for.')
  const needs = isNewer ? ` It needs the API extension \`${extension}\`.` : ''
  const source = operation.since === 'latest' ? 'LXD REST API, main branch of 2026' : 'LXD 5.0 REST API'
  return `/**
 * ${lines.join(' ')}${needs}
 *
 * @returns ${returnsText(operation, result)}
 * @throws {LxdApiError} when the server refuses.${isNewer ? '\n * @throws {LxdExtensionError} when the server lacks the extension.' : ''}${operation.danger === undefined ? '' : '\n * @throws {LxdDangerError} when it would do harm that it does not tell of, unless `force` is set.'}
 * @see ${source}, \`${operation.id}\`: \`${operation.method} ${operation.path}\`
 */`
}

function returnsText(operation: OperationRow, result: string): string {
  switch (operation.result) {
    case 'change':
      return 'Where the object is, and the operation if the server made one.'
    case 'operation':
      return 'The operation that does the work; give it to `waitForOperation`.'
    case 'stream':
      return 'The body as a stream, with its headers.'
    case 'head':
      return 'The headers; the body is empty.'
    case 'text':
      return 'The body as text.'
    case 'websocket':
      return 'The open connection. Close it.'
    case 'upgrade':
      return 'The raw connection. Close it.'
    default:
      return result === 'string[]'
        ? 'Paths, with names escaped twice where they hold special characters.'
        : 'What the server sends, without the envelope.'
  }
}
