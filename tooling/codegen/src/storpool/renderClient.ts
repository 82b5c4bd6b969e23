import { parseType } from './parseType.ts'
import { callDoc, parametersAreOptional, parametersName } from './renderAction.ts'
import { renderDoc } from './renderDoc.ts'
import type { Tables } from './Tables.ts'
import { TypeRenderer } from './TypeRenderer.ts'

/** `StorPoolActions.ts`: the methods of the full client, written out so that editors need not infer them. */
export function renderClient(tables: Tables): string {
  const types = new TypeRenderer(tables, false)
  const parameterTypes: string[] = []
  const methods = Object.entries(tables.api.calls).map(([name, call]) => {
    const parameters = parametersName(name, call)
    if (parameters !== undefined) parameterTypes.push(`import type { ${parameters} } from './actions/${name}.js'`)
    const optional = parametersAreOptional(call)
    const first =
      parameters === undefined
        ? ''
        : `parameters${optional ? '?' : ''}: ${parameters}${optional ? ' | undefined' : ''}, `
    const doc = [...callDoc(call), ...(call.deprecated === undefined ? [] : [`@deprecated ${call.deprecated}`])]
    return `${renderDoc(doc, '  ')}  ${name}<O extends AnyCallOptions = StorPoolCallOptions>(${first}options?: O): Promise<Reply<${types.render(parseType(call.returns))}, O>>`
  })
  const removed = Object.entries(tables.api.removed).map(
    ([name, { removedIn, doc }]) =>
      `${renderDoc([`@deprecated Removed from the API in ${removedIn}. ${doc ?? 'It has no successor.'}`], '  ')}  ${name}?: never`,
  )
  const schemas = [...types.uses].sort().map((name) => {
    const ts = tables.typeName(name)
    return `import type { ${ts} } from './schemas/${ts}.js'`
  })
  return [
    ...parameterTypes,
    ...schemas,
    `import type { AnyCallOptions, Reply, StorPoolCallOptions } from './StorPoolCallOptions.js'\n`,
    '/** Every call of the API as a method; parameters and options are those of the action of the same name. */',
    `export interface StorPoolActions {\n${methods.join('\n')}\n}\n`,
    '/** Calls that older versions of the API had. They are here so that an editor can say what became of them. */',
    `export interface RemovedActions {\n${removed.join('\n')}\n}\n`,
  ].join('\n')
}

/** `bindActions.ts`: the methods themselves, each loading its action when it is called for the first time. */
export function renderBinding(tables: Tables): string {
  const methods = Object.entries(tables.api.calls).map(([name, call]) => {
    const list = parametersName(name, call) === undefined ? 'options' : 'parameters, options'
    return `${name}: async (${list}) => (await import('../actions/${name}.js')).${name}(client, ${list}),`
  })
  return [
    `import type { StorPoolClient } from '../createStorPoolClient.js'`,
    `import type { StorPoolActions } from '../StorPoolActions.js'\n`,
    '/** Makes the methods of the full client. An action is loaded when its method is called for the first time. */',
    `export function bindActions(client: StorPoolClient): StorPoolActions {\n  return {\n${methods.join('\n')}\n}\n}\n`,
  ].join('\n')
}
