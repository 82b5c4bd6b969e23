import type { GeneratedFile } from '../GeneratedFile.ts'
import { resultModules, signatureOf } from './actionFiles.ts'
import { describe } from './describe.ts'
import type { Table } from './table.ts'

/** The interface that holds every action as a method, and the route table of the fake server. */
export function clientFiles(table: Table): GeneratedFile[] {
  const operations = [...table.operations].sort((one, other) => (one.name < other.name ? -1 : 1))
  const used = new Set<string>()
  const parameterTypes: string[] = []
  const methods = operations.map((operation) => {
    const { parameters, optional, result, resultTypes } = signatureOf(operation)
    for (const type of resultTypes) used.add(type)
    parameterTypes.push(parameters)
    return `  /** ${describe(operation)} */
  ${operation.name}(parameters${optional ? '?' : ''}: ${parameters}, options?: LxdCallOptions): Promise<${result}>`
  })
  const results = Object.entries(resultModules).map(([name, module]) => `import type { ${name} } from './${module}.js'`)
  const content = `import type { LxdCallOptions } from './LxdCallOptions.js'
${results.join('\n')}
import type { ${parameterTypes.join(', ')} } from './actions/index.js'
import type { ${[...used].sort().join(', ')} } from './schemas/index.js'

/** Every operation of the REST API as a method, named as upstream names it. */
export interface LxdActions {
${methods.join('\n')}
}
`
  const names = table.extensions.map(({ name }) => `  | '${name}'`)
  const extensions = `/** The API extensions known when this version was made. A newer server may have more. */
export type LxdExtension =
${names.join('\n')}
  | (string & {})
`
  return [
    { path: 'packages/lxd/src/LxdActions.ts', content },
    { path: 'packages/lxd/src/LxdExtension.ts', content: extensions },
    routesFile(table),
  ]
}

function routesFile(table: Table): GeneratedFile {
  const rows = new Map<string, string>()
  for (const { method, path, name, recursion, public: untrusted, since } of table.operations) {
    if (recursion !== undefined || untrusted === true || since === 'latest') continue
    rows.set(`${method} ${path}`, `  { operation: '${name}', method: '${method}', path: '${path}' },`)
  }
  const content = `/** One operation that LXD 5.0 knows. */
export interface FakeRoute {
  operation: string
  method: string
  /** With \`{name}\` for the segments that differ. */
  path: string
}

/** Every path and method of LXD 5.0: what is not here is unknown (404), or known with other methods only (501). */
export const routes: readonly FakeRoute[] = [
${[...rows.values()].join('\n')}
]
`
  return { path: 'packages/lxd/src/testing/routes.ts', content }
}
