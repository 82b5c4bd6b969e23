import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entryFiles } from '../boundaries/entryFiles.ts'
import type { WorkspacePackage } from '../findPackages.ts'
import { mapInPairs } from '../run/mapInPairs.ts'
import { runCommand } from '../run/runCommand.ts'
import type { Check } from './Check.ts'
import type { Consumer } from './Consumer.ts'
import { compilers } from './compilers.ts'

/** How TypeScript finds modules, with the `module` option that goes with it. */
const resolutions = { node16: 'node16', nodenext: 'nodenext', bundler: 'esnext' }

/**
 * The smoke programs, and an import of every entry point, are type-checked by each promised TypeScript with each way of
 * resolution, declarations of dependencies included.
 */
export async function checkTypeScript(consumer: Consumer, packages: readonly WorkspacePackage[]): Promise<Check[]> {
  const entries = packages.flatMap((entry) => [...entryFiles(entry).keys()])
  const imports = entries.map((entry, index) => `import type * as e${index} from '${entry}'`)
  const uses = entries.map((_, index) => `keyof typeof e${index}`)
  const all = `${imports.join('\n')}\nexport type All = ${uses.join('\n | ')}\n`
  writeFileSync(join(consumer.folder, 'programs/everyEntry.ts'), all)
  const runs = Object.entries(compilers).flatMap(([version, compiler]) =>
    Object.entries(resolutions).map(([moduleResolution, module]) => ({ version, compiler, moduleResolution, module })),
  )
  return mapInPairs(runs, async ({ version, compiler, moduleResolution, module }) => {
    const config = `tsconfig.${version}-${moduleResolution}.json`
    writeFileSync(join(consumer.folder, config), JSON.stringify(configOf(module, moduleResolution)))
    const args = [compiler, '-p', config, '--pretty', 'false']
    const { code, output } = await runCommand(consumer.folder, process.execPath, args, { deadlineMs: 300_000 })
    const problem = code === 0 ? undefined : output.split('\n').slice(0, 10).join('\n')
    return { name: `TypeScript ${version} with ${moduleResolution} resolution`, problem }
  })
}

const configOf = (module: string, moduleResolution: string) => ({
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'esnext.disposable', 'dom', 'dom.iterable'],
    types: ['node'],
    module,
    moduleResolution,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
  },
  include: ['programs/*.ts'],
})
