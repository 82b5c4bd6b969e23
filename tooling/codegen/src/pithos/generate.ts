import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Generate, GeneratedFile } from '../GeneratedFile.ts'
import { parametersName } from '../kamaki/names.ts'
import { emitAction } from './emitAction.ts'
import { emitInterface } from './emitInterface.ts'
import type { Spec } from './Spec.ts'

const folder = 'packages/kamaki-pithos'

/** Reads `packages/kamaki-pithos/spec/pithos.json` and writes actions, their index and the interface of the client. */
export const generate: Generate = (root) => {
  const spec = JSON.parse(readFileSync(resolve(root, folder, 'spec/pithos.json'), 'utf8')) as Spec
  const calls = Object.entries(spec.calls)
  const files: GeneratedFile[] = calls
    .filter(([, call]) => call.hand === undefined)
    .map(([name, call]) => ({ path: `${folder}/src/actions/${name}.ts`, content: emitAction(spec, name, call) }))
  const index = calls.map(([name, call]) => {
    const hasOwn = call.hand?.parameters === undefined
    return `export { ${name}${hasOwn ? `, type ${parametersName(name)}` : ''} } from './${name}.js'\n`
  })
  return [
    ...files,
    { path: `${folder}/src/actions/index.ts`, content: index.join('') },
    { path: `${folder}/src/Pithos.ts`, content: emitInterface(spec) },
  ]
}
