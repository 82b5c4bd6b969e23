import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { GeneratedFile } from '../GeneratedFile.ts'
import type { CallsTable } from '../linstor/CallsTable.ts'
import type { MethodsTable } from './MethodsTable.ts'
import { renderAction } from './renderAction.ts'
import { renderBindings } from './renderBindings.ts'
import { renderHandCalls } from './renderHandCalls.ts'
import { renderInterface } from './renderInterface.ts'
import { renderStages } from './renderStages.ts'

const folder = 'packages/linstor/src'

/**
 * Makes the actions of `@x/linstor` and the interface of its full client from the package's table of methods, and from
 * what `@x/linstor-wire` says about calls and messages.
 */
export function generate(root: string): GeneratedFile[] {
  const read = <T>(path: string): T => JSON.parse(readFileSync(resolve(root, path), 'utf8')) as T
  const table = read<MethodsTable>('packages/linstor/spec/methods.json')
  const wire = read<CallsTable>('packages/linstor-wire/spec/calls.json')
  const actions = table.methods.filter(({ kind }) => kind !== 'export')
  return [
    ...actions
      .filter(({ kind }) => kind !== 'byHand')
      .map((method) => ({ path: `${folder}/actions/${method.name}.ts`, content: renderAction(method, table, wire) })),
    {
      path: `${folder}/actions/index.ts`,
      content: actions.map(({ name }) => `export * from './${name}.js'\n`).join(''),
    },
    { path: `${folder}/client/LinstorActions.ts`, content: renderInterface(table, wire) },
    { path: `${folder}/client/bindActions.ts`, content: renderBindings(table) },
    { path: `${folder}/call/handCalls.ts`, content: renderHandCalls(table, wire) },
    { path: `${folder}/call/stagedSince.ts`, content: renderStages(table) },
  ]
}
