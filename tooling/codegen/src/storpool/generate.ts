import type { GeneratedFile } from '../GeneratedFile.ts'
import { parametersName, renderAction } from './renderAction.ts'
import { renderBinding, renderClient } from './renderClient.ts'
import { renderRoutes } from './renderRoutes.ts'
import { renderScalar, renderUnion } from './renderScalar.ts'
import { renderSchema } from './renderSchema.ts'
import { renderTestReaders } from './renderTestReaders.ts'
import { Tables } from './Tables.ts'

/** Makes types, readers, actions, the full client's methods and the fake's routes of `@x/storpool` from its tables. */
export function generate(root: string): GeneratedFile[] {
  const tables = new Tables(root)
  const { scalars, unions, objects } = tables.types
  const file = (path: string, content: string): GeneratedFile => ({ path: `packages/storpool/src/${path}`, content })
  const schema = (name: string, content: string) => file(`schemas/${tables.typeName(name)}.ts`, content)
  const calls = Object.keys(tables.api.calls)
  const types = [...Object.keys(scalars), ...Object.keys(unions), ...Object.keys(objects)]
  return [
    ...Object.keys(scalars).map((name) => schema(name, renderScalar(tables, name))),
    ...Object.keys(unions).map((name) => schema(name, renderUnion(tables, name))),
    ...Object.keys(objects).map((name) => schema(name, renderSchema(tables, name))),
    file('schemas/index.ts', types.map((name) => typeExport(tables, name)).join('')),
    ...calls.map((name) => file(`actions/${name}.ts`, renderAction(tables, name))),
    file('actions/generated.ts', calls.map((name) => `export { ${name} } from './${name}.js'\n`).join('')),
    file('actions/parameters.ts', calls.map((name) => parametersExport(tables, name)).join('')),
    file('StorPoolActions.ts', renderClient(tables)),
    file('internal/bindActions.ts', renderBinding(tables)),
    file('testing/routes.ts', renderRoutes(tables)),
    { path: 'packages/storpool/test/readers.ts', content: renderTestReaders(tables) },
  ]
}

function typeExport(tables: Tables, name: string): string {
  const ts = tables.typeName(name)
  return `export type { ${ts} } from './${ts}.js'\n`
}

function parametersExport(tables: Tables, name: string): string {
  const parameters = parametersName(name, tables.api.calls[name]!)
  return parameters === undefined ? '' : `export type { ${parameters} } from './${name}.js'\n`
}
