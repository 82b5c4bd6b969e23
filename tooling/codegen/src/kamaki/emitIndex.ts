import type { PackageLayout } from './emitAction.ts'
import { parametersName } from './names.ts'
import type { CallSpec, Spec } from './Spec.ts'

/** Whether the module of a call declares the type of its parameters. */
export function ownsParameters(name: string, call: CallSpec, layout: PackageLayout): boolean {
  const type = parametersName(name)
  if (call.hand === undefined) return Object.keys(call.params ?? {}).length > 0
  const { parameters, imports = {} } = call.hand
  return parameters === type && imports[type] === undefined && layout.types[type] === undefined
}

/** Writes the module that re-exports every call of a table. */
export function emitIndex(spec: Spec, layout: PackageLayout): string {
  return Object.entries(spec.calls)
    .map(([name, call]) => {
      const type = ownsParameters(name, call, layout) ? `, type ${parametersName(name)}` : ''
      return `export { ${name}${type} } from './${name}.js'\n`
    })
    .join('')
}
