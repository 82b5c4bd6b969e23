import { importLines } from './importLines.ts'
import { parseType } from './parseType.ts'
import { ReaderRenderer } from './ReaderRenderer.ts'
import type { Tables } from './Tables.ts'
import { TypeRenderer } from './TypeRenderer.ts'

/** `testing/routes.ts`: what the fake checks about every request before it looks at its state. */
export function renderRoutes(tables: Tables): string {
  const readers = new ReaderRenderer(tables, true)
  const routes = Object.entries(tables.api.calls).map(([name, call]) => {
    const args = Object.entries(call.arguments ?? {}).map(([key, type]) => `${key}: ${readers.render(parseType(type))}`)
    const parts = [
      `method: '${call.verb}'`,
      `path: '${call.path}'`,
      ...(call.multiCluster === undefined ? [] : ['multiCluster: true']),
      ...(args.length === 0 ? [] : [`arguments: { ${args.join(', ')} }`]),
      ...(call.json === undefined ? [] : [`json: ${readers.render(parseType(call.json))}`]),
      ...(call.optional ? ['optional: true'] : []),
    ]
    return `  ${name}: { ${parts.join(', ')} },`
  })
  const names = Object.keys(tables.api.calls).map((name) => `'${name}'`)
  return [
    importLines(tables, { from: '../schemas', types: new TypeRenderer(tables, true), readers }),
    `import type { Route } from './Route.js'\n`,
    '/** Name of a call. */',
    `export type CallName = ${names.join(' | ')}\n`,
    '/** Every call of the API: its path, and how its arguments and its body are checked. */',
    `export const routes: Readonly<Record<CallName, Route>> = {\n${routes.join('\n')}\n}\n`,
  ].join('\n')
}
