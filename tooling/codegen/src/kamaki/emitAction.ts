import { type Imports, printImports } from './imports.ts'
import { docLines, lowerFirst, parametersName } from './names.ts'
import { isIdempotent, modifiers, pathExpression, splitRequest, templateExpression } from './requestParts.ts'
import type { CallSpec, ParameterSpec, ReturnsSpec, Spec } from './Spec.ts'

/** What is known about where the modules of a package are. */
export interface PackageLayout {
  /** Module of each type that parameters may name, seen from `src/`. A specifier with `@` is used as it is. */
  types: Record<string, string>
  /** Where `requestJson` and its family come from, seen from `src/`, or a specifier with `@`. */
  http: (name: string) => string
}

/** Writes the module of one call. */
export function emitAction(spec: Spec, name: string, call: CallSpec, layout: PackageLayout): string {
  const up = spec.folder === '' ? '../' : '../../'
  const imports: Imports = new Map()
  const from = (module: string, item: string) => {
    const specifier = module.startsWith('@') || module.startsWith('zod') ? module : `${up}${module}.js`
    imports.set(specifier, (imports.get(specifier) ?? new Set()).add(item))
  }
  from('@x/core-errors', 'type HttpCallOptions')
  from(`create${spec.client}`, `type ${spec.client}`)
  const params = Object.entries(call.params ?? {})
  const interfaceText = params.length === 0 ? '' : emitParameters(name, params, call, layout, from)
  const answer = emitAnswer(call, layout, from)
  const optional = params.every(([key]) => key.endsWith('?'))
  const generic = call.returns?.brief !== undefined
  const parameterType = `${parametersName(name)}${generic ? '<D>' : ''}`
  const args = [
    `client: ${spec.client}`,
    ...(params.length === 0 ? [] : [`parameters: ${parameterType}${optional ? ' = {}' : ''}`]),
    'options: HttpCallOptions = {}',
  ]
  const checks = params.flatMap(([key, [, , oneOf]]) => {
    if (oneOf === undefined) return []
    from(layout.http('checkOneOf'), 'checkOneOf')
    const bare = key.replace('?', '')
    return [`  checkOneOf('${bare}', parameters.${bare}, ${JSON.stringify(oneOf)})\n`]
  })
  const send = call.raw ? 'requestRaw' : answer.schema === undefined ? 'requestNothing' : 'requestJson'
  from(layout.http(send), send)
  const templates = JSON.stringify([call.body, call.query])
  for (const [modifier, name] of Object.entries(modifiers)) {
    if (templates.includes(`|${modifier}"`)) from(layout.http(name), name)
  }
  const required = requiredParameters(call)
  if (templateExpression(call.body ?? null, required).includes('requireGiven(')) {
    from(layout.http('requireGiven'), 'requireGiven')
  }
  const request = emitRequest(spec, name, call, answer.schema)
  const body = emitBody(send, request, answer)
  // Always async: what is refused before anything is sent rejects too, and never throws.
  const signature = `export async function ${name}${generic ? '<D extends boolean = false>' : ''}(${args.join(', ')}): Promise<${answer.type}> {\n`
  return `${printImports(imports)}\n${answer.declaration}${interfaceText}${emitDoc(spec, name, call, params)}${signature}${checks.join('')}${body}}\n`
}

const requiredParameters = (call: CallSpec): Set<string> =>
  new Set(Object.keys(call.params ?? {}).filter((key) => !key.endsWith('?')))

type From = (module: string, item: string) => void

function emitParameters(
  name: string,
  params: [string, ParameterSpec][],
  call: CallSpec,
  layout: PackageLayout,
  from: From,
): string {
  const generic = call.returns?.brief !== undefined
  const lines = params.map(([key, [type, doc]]) => {
    for (const word of type.match(/\b[A-Z]\w+/g) ?? []) {
      const module = layout.types[word]
      if (module !== undefined) from(module, `type ${word}`)
    }
    const optional = key.endsWith('?')
    const shown = generic && key === 'detail?' ? 'D' : type
    return `${comment(doc, '  ')}  ${key}: ${shown}${optional ? ' | undefined' : ''}\n`
  })
  const head = `${parametersName(name)}${generic ? '<D extends boolean = false>' : ''}`
  return `/** What {@link ${name}} takes. */\nexport interface ${head} {\n${lines.join('')}}\n\n`
}

const comment = (doc: string, indent: string): string => {
  const lines = docLines(doc)
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join('')}${indent} */\n`
}

interface Answer {
  /** Type of the result. */
  type: string
  /** Expression of the schema; `undefined` for calls that read nothing. */
  schema: string | undefined
  /** Module-level code before the function. */
  declaration: string
  /** Path from the checked body to the result. */
  access: string
  returns: ReturnsSpec | undefined
}

function emitAnswer(call: CallSpec, layout: PackageLayout, from: From): Answer {
  const { returns } = call
  if (call.raw) {
    from(layout.http('SynnefoResponse'), 'type SynnefoResponse')
    return { type: 'SynnefoResponse', schema: undefined, declaration: '', access: '', returns }
  }
  if (returns === undefined) return { type: 'void', schema: undefined, declaration: '', access: '', returns }
  const { schema, type, zod, key, list = false, brief } = returns
  const item = (name: string): string => {
    from(`schemas/${name}`, `type ${name}`)
    from(`schemas/${name}`, lowerFirst(name))
    return lowerFirst(name)
  }
  const one = schema === undefined ? (zod ?? '') : item(schema)
  for (const name of returns.uses ?? []) item(name)
  const needsZod = key !== undefined || list || zod !== undefined
  if (needsZod) from('zod/mini', '* as z')
  const itemType = schema ?? type ?? 'unknown'
  const resultType = brief === undefined ? itemType + (list ? '[]' : '') : `(D extends true ? ${itemType} : ${brief})[]`
  const wrap = (inner: string): string => {
    const value = list ? `z.array(${inner})` : inner
    return key === undefined ? value : `z.looseObject({ ${JSON.stringify(key)}: ${value} })`
  }
  const access = key === undefined ? '' : `[${JSON.stringify(key)}]`
  if (brief === undefined) {
    const isBare = !needsZod
    const declaration = isBare ? '' : `const answer = ${wrap(one)}\n\n`
    return { type: resultType, schema: isBare ? one : 'answer', declaration, access, returns }
  }
  const declaration = `const answer = ${wrap(one)}\nconst briefAnswer = ${wrap(item(brief))}\n\n`
  return { type: resultType, schema: 'parameters.detail ? answer : briefAnswer', declaration, access, returns }
}

function emitRequest(spec: Spec, name: string, call: CallSpec, schema: string | undefined): string {
  const { method } = splitRequest(call.request ?? '')
  const success = call.raw ? 'parameters.success ?? ' : ''
  const query = Object.entries(call.query ?? {})
  const queryText =
    query.length === 0 ? [] : [`query: ${unlessNamed(call, templateExpression(Object.fromEntries(query)))}`]
  return [
    '...options',
    `operation: '${name}'`,
    `service: '${call.service ?? spec.service}'`,
    `method: '${method}'`,
    `path: ${pathExpression(call)}`,
    ...queryText,
    ...(call.body === undefined ? [] : [`json: ${templateExpression(call.body, requiredParameters(call))}`]),
    ...(call.success === undefined ? [] : [`success: ${success}${JSON.stringify(call.success)}`]),
    `idempotent: ${isIdempotent(call)}`,
    ...(call.secrets === undefined ? [] : [`secrets: [${call.secrets.map((key) => `parameters.${key}`).join(', ')}]`]),
    ...(schema === undefined ? [] : [`schema: ${schema}`]),
    ...(call.unchanged === undefined ? [] : [`unchanged: ${templateExpression(call.unchanged)}`]),
  ].join(',\n')
}

// A list takes filters; with the name of one item in the path there is nothing to filter.
function unlessNamed(call: CallSpec, query: string): string {
  const name = /\[\/detail\|\/\{(\w+)\}\]/.exec(call.request ?? '')?.[1]
  return name === undefined ? query : `parameters.${name} === undefined ? ${query} : {}`
}

function emitBody(send: string, request: string, answer: Answer): string {
  const call = `${send}(client.session, {\n${request},\n})`
  if (answer.access === '') return `return ${call}\n`
  const cast = answer.returns?.brief === undefined ? '' : ` as ${answer.type}`
  return `const body = await ${call}\nreturn body${answer.access}${cast}\n`
}

function emitDoc(spec: Spec, name: string, call: CallSpec, params: [string, ParameterSpec][]): string {
  const { method, path } = splitRequest(call.request ?? '')
  const required = params.filter(([key]) => !key.endsWith('?')).map(([key]) => key)
  const example = `await ${name}(client${required.length === 0 ? '' : `, { ${required.join(', ')} }`})`
  const blocks = [
    call.doc,
    ...(call.notes === undefined ? [] : [`\n${call.notes}`]),
    ...(isIdempotent(call) ? [] : ['\nSent once: a second attempt could do the work twice.']),
    '',
    `@param client - A client from {@link create${spec.client}}.`,
    ...(params.length === 0 ? [] : ['@param parameters - What to ask for.']),
    '@param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.',
    ...(call.returns?.doc === undefined ? [] : [`@returns ${call.returns.doc}`]),
    ...(required.length === 0
      ? []
      : ["@throws {ConfigurationError} before anything is sent, when a value is missing or can't be sent."]),
    '@throws {SynnefoApiError} when the service refuses.',
    ...(call.returns === undefined ? [] : ['@throws {ProtocolError} when the answer is not of the documented shape.']),
    ...(call.deprecated === undefined ? [] : [`@deprecated ${call.deprecated}`]),
    `@see ${spec.see}, \`${method} ${path.replaceAll(/\[|\]/g, '')}\``,
    '@example',
    example,
  ]
  const lines = blocks.flatMap((block) => block.split('\n').flatMap((line) => docLines(line)))
  return `/**\n${lines.map((line) => ` *${line === '' ? '' : ` ${line}`}\n`).join('')} */\n`
}
