import { type Imports, printImports } from '../kamaki/imports.ts'
import { docComment, docLines, parametersName } from '../kamaki/names.ts'
import { type Parameter, parametersOf, targetOf } from './parameters.ts'
import { placementOf } from './placements.ts'
import type { CallSpec, Spec } from './Spec.ts'

/** Writes the module of one call. */
export function emitAction(spec: Spec, name: string, call: CallSpec): string {
  const imports: Imports = new Map()
  const from = (module: string, item: string) => {
    const specifier = module.startsWith('@') ? module : `../${module}.js`
    imports.set(specifier, (imports.get(specifier) ?? new Set()).add(item))
  }
  const named = (type: string) => {
    for (const word of type.match(/\b[A-Z]\w+/g) ?? []) {
      const module = spec.modules[word]
      if (module !== undefined) from(module, `type ${word}`)
    }
  }
  const [method = '', level = ''] = (call.request ?? '').split(' ')
  const parameters = parametersOf(spec, name, call)
  const target = targetOf(call)
  const isOptional = !target.isRequired && parameters.every((parameter) => parameter.isOptional)
  const { read = 'readAnswer', returns = 'Answer' } = call
  from('@x/core-errors', 'type HttpCallOptions')
  from('createPithosClient', 'type PithosClient')
  from('internal/send', 'send')
  from(spec.modules[read] ?? `internal/${read}`, read)
  named(returns)
  if (target.type !== undefined) from('internal/Target', `type ${target.type}`)
  for (const { type } of parameters) named(type)
  const declaration = emitParameters(name, parameters, target.type)
  const request = emitRequest(name, call, method, level, parameters, from)
  const reader =
    read.startsWith('read') && spec.modules[read]?.startsWith('info/')
      ? `async (answer) => ${read}(await readAnswer(answer))`
      : read
  if (reader !== read) from('internal/readAnswer', 'readAnswer')
  const signature = [
    'client: PithosClient',
    `parameters: ${parametersName(name)}${isOptional ? ' = {}' : ''}`,
    'options: HttpCallOptions = {}',
  ].join(', ')
  return `${printImports(imports)}\n${declaration}${emitDoc(name, call, parameters, target.isRequired)}export async function ${name}(${signature}): Promise<${returns}> {\nreturn send(client, {\n${request},\n}, ${reader})\n}\n`
}

function emitParameters(name: string, parameters: readonly Parameter[], target: string | undefined): string {
  const lines = parameters.map(({ name: key, isOptional, type, doc }) => {
    const optional = isOptional ? ' | undefined' : ''
    return `${docComment(doc, '  ')}  ${key}${isOptional ? '?' : ''}: ${type}${optional}\n`
  })
  const heritage = target === undefined ? '' : ` extends ${target}`
  return `/** What {@link ${name}} takes. */\nexport interface ${parametersName(name)}${heritage} {\n${lines.join('')}}\n\n`
}

function emitRequest(
  name: string,
  call: CallSpec,
  method: string,
  level: string,
  parameters: readonly Parameter[],
  from: (module: string, item: string) => void,
): string {
  const query = Object.entries(call.query ?? {}).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  )
  const headers = Object.entries(call.headers ?? {}).map(
    ([key, value]) => `${JSON.stringify(key.toLowerCase())}: ${JSON.stringify(value)}`,
  )
  const others: string[] = []
  for (const parameter of parameters) {
    const placed = placementOf(parameter, from)
    if (placed.query !== undefined) query.push(placed.query)
    if (placed.header !== undefined) headers.push(placed.header)
    if (placed.other !== undefined) others.push(placed.other)
  }
  const { success = [200], idempotent = method === 'GET' || method === 'HEAD', wire = false } = call
  if (wire) from('internal/wireFetch', 'wireFetch')
  return [
    '...options',
    `operation: '${name}'`,
    `method: '${method}'`,
    `level: '${level}'`,
    'target: parameters',
    ...(query.length === 0 ? [] : [`query: { ${query.join(', ')} }`]),
    ...(headers.length === 0
      ? ['headers: options.headers']
      : [`headers: { ...options.headers, ${headers.join(', ')} }`]),
    ...others,
    `success: ${JSON.stringify(success)}`,
    `idempotent: ${idempotent}`,
    ...(wire ? ['defaultFetch: wireFetch()'] : []),
  ].join(',\n')
}

function emitDoc(name: string, call: CallSpec, parameters: readonly Parameter[], needsObject: boolean): string {
  const [method = '', level = ''] = (call.request ?? '').split(' ')
  const paths: Record<string, string> = {
    top: '/',
    account: '/{account}',
    container: '/{account}/{container}',
    object: '/{account}/{container}/{object}',
  }
  const { idempotent = method === 'GET' || method === 'HEAD', returns = 'Answer' } = call
  const required = [
    ...(needsObject ? ["obj: 'notes/plan.txt'"] : []),
    ...parameters.filter((item) => !item.isOptional).map((item) => item.name),
  ]
  const example = `await ${name}(client${required.length === 0 ? '' : `, { ${required.join(', ')} }`})`
  const blocks = [
    call.doc,
    ...(idempotent
      ? []
      : ['\nNot repeated by itself when an answer is lost: a second attempt could do the work twice.']),
    '',
    '@param client - A client from {@link createPithosClient}.',
    '@param parameters - What it is about.',
    '@param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.',
    ...(call.result === undefined ? [] : [`@returns ${call.result}`]),
    "@throws {ConfigurationError} before anything is sent, when a value can't be sent.",
    '@throws {SynnefoApiError} when the service refuses: `NotFoundError`, `ConflictError`, `PreconditionFailedError`, `QuotaExceededError`, `NotModifiedError`.',
    ...(/^(?:Answer|ObjectWritten|void)$/.test(returns)
      ? []
      : ['@throws {ProtocolError} when the answer is not of the documented shape.']),
    `@see Synnefo 0.21, object-store API 1.0, \`${method} ${paths[level] ?? ''}\``,
    '@example',
    example,
  ]
  const lines = blocks.flatMap((block) => block.split('\n').flatMap((line) => docLines(line)))
  return `/**\n${lines.map((line) => ` *${line === '' ? '' : ` ${line}`}\n`).join('')} */\n`
}
