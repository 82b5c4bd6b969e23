import { renderDoc } from '../linstor/renderDoc.ts'
import type { MethodsTable } from './MethodsTable.ts'

/** Writes the function that makes methods of all actions. */
export function renderBindings({ methods }: MethodsTable): string {
  const actions = methods.filter(({ kind }) => kind !== 'export')
  const imports = actions.map(({ name }) => `import { ${name} } from '../actions/${name}.js'\n`)
  const members = actions.map(({ name, noOptions }) =>
    noOptions
      ? `  ${name}: () => ${name}(client),\n`
      : `  ${name}: (parameters, options) => ${name}(client, parameters, options),\n`,
  )
  return [
    "import type { LinstorActions } from './LinstorActions.js'\n",
    "import type { LinstorClient } from './LinstorClient.js'\n",
    ...imports,
    '\n',
    renderDoc('Binds every action to a client.'),
    `export const bindActions = (client: LinstorClient): LinstorActions => ({\n${members.join('')}})\n`,
  ].join('')
}
