import { type Imports, printImports } from '../kamaki/imports.ts'
import { docComment, parametersName } from '../kamaki/names.ts'
import { parametersOf, targetOf } from './parameters.ts'
import type { CallSpec, Spec } from './Spec.ts'

/** Writes the interface of the full client: one method per call. */
export function emitInterface(spec: Spec): string {
  const imports: Imports = new Map([
    ['@x/core-errors', new Set(['type HttpCallOptions'])],
    ['./createPithosClient.js', new Set(['type PithosClient'])],
  ])
  const from = (specifier: string, item: string) => {
    imports.set(specifier, (imports.get(specifier) ?? new Set()).add(item))
  }
  const named = (text: string, own: string) => {
    for (const word of text.match(/\b[A-Z]\w+/g) ?? []) {
      const module = spec.modules[word]
      if (module !== undefined) from(`./${module}.js`, `type ${word}`)
      else if (word === parametersName(own)) from(`./actions/${own}.js`, `type ${word}`)
    }
  }
  const methods = Object.entries(spec.calls).map(([name, call]) => {
    const signatures = signaturesOf(spec, name, call)
    for (const signature of signatures) named(signature, name)
    return signatures.map((signature) => `${docComment(call.doc, '  ')}  ${name}${signature}\n`).join('')
  })
  const doc = docComment('The object store with every call as a method. It is itself a client that actions take.')
  return `${printImports(imports)}\n${doc}export interface Pithos extends PithosClient {\n${methods.join('\n')}}\n`
}

function signaturesOf(spec: Spec, name: string, call: CallSpec): string[] {
  const { hand } = call
  if (hand?.overloads !== undefined) return hand.overloads
  if (hand !== undefined) {
    const { parameters = parametersName(name), optional = false, options = 'HttpCallOptions', generic = '' } = hand
    const result = hand.sync ? hand.returns : `Promise<${hand.returns}>`
    return [`${generic}(parameters${optional ? '?' : ''}: ${parameters}, options?: ${options}): ${result}`]
  }
  const isOptional = !targetOf(call).isRequired && parametersOf(spec, name, call).every((item) => item.isOptional)
  const first = `parameters${isOptional ? '?' : ''}: ${parametersName(name)}`
  return [`(${first}, options?: HttpCallOptions): Promise<${call.returns ?? 'Answer'}>`]
}
