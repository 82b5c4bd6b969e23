import { resolve } from 'node:path'
import type { Generate, GeneratedFile } from '../GeneratedFile.ts'
import { checkSpec } from './checkSpec.ts'
import { emitAction } from './emitAction.ts'
import { emitIndex } from './emitIndex.ts'
import { emitInterface } from './emitInterface.ts'
import { emitRoutes } from './emitRoutes.ts'
import { loadSpecs } from './loadSpecs.ts'
import { packages } from './packages.ts'

/** Reads the tables in `packages/kamaki-*\/spec` and writes actions, their indexes, interfaces and routes. */
export const generate: Generate = (root) => {
  const files: GeneratedFile[] = []
  for (const { folder, tables, layout, routesDoc } of packages) {
    const specs = loadSpecs(resolve(root, folder, 'spec'), tables)
    for (const spec of specs) {
      checkSpec(spec)
      const actions = `${folder}/src/actions${spec.folder === '' ? '' : `/${spec.folder}`}`
      for (const [name, call] of Object.entries(spec.calls)) {
        if (call.hand !== undefined) continue
        files.push({ path: `${actions}/${name}.ts`, content: emitAction(spec, name, call, layout) })
      }
      files.push({ path: `${actions}/index.ts`, content: emitIndex(spec, layout) })
      files.push({ path: `${folder}/src/${spec.interface}.ts`, content: emitInterface(spec, layout) })
    }
    files.push({ path: `${folder}/src/testing/routes.ts`, content: emitRoutes(specs, routesDoc) })
  }
  return files
}
