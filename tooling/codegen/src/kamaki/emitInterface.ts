import type { PackageLayout } from './emitAction.ts'
import { ownsParameters } from './emitIndex.ts'
import { type Imports, printImports } from './imports.ts'
import { docComment, parametersName, upperFirst } from './names.ts'
import type { CallSpec, Spec } from './Spec.ts'

/** Writes the interface of a full client: one method per call. */
export function emitInterface(spec: Spec, layout: PackageLayout): string {
  const imports: Imports = new Map()
  const from = (module: string, item: string) => {
    const specifier = module.startsWith('@') ? module : `./${module}.js`
    imports.set(specifier, (imports.get(specifier) ?? new Set()).add(item))
  }
  const folder = spec.folder === '' ? 'actions' : `actions/${spec.folder}`
  const typesOf = (text: string) => {
    for (const word of text.match(/\b[A-Z]\w+/g) ?? []) {
      if (layout.types[word] !== undefined) from(layout.types[word], `type ${word}`)
    }
  }
  const methods = Object.entries(spec.calls).map(([name, call]) => {
    const deprecated = call.deprecated === undefined ? '' : `\n\n@deprecated ${call.deprecated}`
    return `${docComment(call.doc + deprecated, '  ')}  ${method(name, call, { from, typesOf, folder, layout })}\n`
  })
  for (const [name, module] of Object.entries(spec.extends ?? {})) from(module, `type ${name}`)
  from('@x/core-errors', 'type HttpCallOptions')
  const heritage = spec.extends === undefined ? '' : ` extends ${Object.keys(spec.extends).join(', ')}`
  const text = `${docComment(spec.doc)}export interface ${spec.interface}${heritage} {\n${methods.join('\n')}}\n`
  if (!text.includes('HttpCallOptions')) imports.delete('@x/core-errors')
  return `${printImports(imports)}\n${text}`
}

interface Tools {
  from: (module: string, item: string) => void
  typesOf: (text: string) => void
  folder: string
  layout: PackageLayout
}

function method(name: string, call: CallSpec, { from, typesOf, folder, layout }: Tools): string {
  if (call.hand !== undefined) {
    const {
      parameters,
      optional = false,
      generic = false,
      options = 'HttpCallOptions',
      returns,
      imports = {},
    } = call.hand
    for (const [type, module] of Object.entries(imports)) from(module, `type ${type}`)
    if (parameters !== undefined && ownsParameters(name, call, layout)) from(`${folder}/${name}`, `type ${parameters}`)
    typesOf(`${parameters} ${options} ${returns}`)
    const type = `${parameters}${generic ? '<D>' : ''}`
    const first = parameters === undefined ? '' : `parameters${optional ? '?' : ''}: ${type}, `
    return `${name}${generic ? '<D extends boolean = false>' : ''}(${first}options?: ${options}): Promise<${returns}>`
  }
  const params = Object.entries(call.params ?? {})
  if (params.length > 0) from(`${folder}/${name}`, `type ${parametersName(name)}`)
  const generic = call.returns?.brief !== undefined
  const optional = params.every(([key]) => key.endsWith('?')) ? '?' : ''
  const first = params.length === 0 ? '' : `parameters${optional}: ${parametersName(name)}${generic ? '<D>' : ''}, `
  const result = resultType(call, typesOf, from)
  return `${name}${generic ? '<D extends boolean = false>' : ''}(${first}options?: HttpCallOptions): Promise<${result}>`
}

function resultType(call: CallSpec, typesOf: Tools['typesOf'], from: Tools['from']): string {
  const { returns } = call
  if (call.raw) {
    typesOf('SynnefoResponse')
    return 'SynnefoResponse'
  }
  if (returns === undefined) return 'void'
  const { schema, type, list = false, brief } = returns
  for (const name of [schema, brief]) if (name !== undefined) from(`schemas/${upperFirst(name)}`, `type ${name}`)
  typesOf(type ?? '')
  if (brief !== undefined) return `(D extends true ? ${schema} : ${brief})[]`
  return (schema ?? type ?? 'unknown') + (list ? '[]' : '')
}
