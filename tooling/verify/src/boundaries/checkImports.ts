import { globSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { WorkspacePackage } from '../findPackages.ts'
import { allowedArrows } from './allowedArrows.ts'
import { importsOf } from './importsOf.ts'

/**
 * What is wrong with the imports of a package's published source: an arrow that is not allowed, a file outside the
 * package, a `.ts` extension that the build would leave as it is. Tests beside the source may import tooling.
 */
export function checkImports({ name, folder, manifest }: WorkspacePackage, arrows = allowedArrows): string[] {
  const allowed = [name, ...(arrows[name] ?? [])].map((other) => `@x/${other}`)
  const problems: string[] = []
  for (const path of globSync('src/**/*.ts', { cwd: folder })) {
    const file = join(folder, path)
    const isTest = /\.(?:test|test-d)\.ts$/.test(path)
    for (const specifier of importsOf(file)) {
      const problem = specifier.startsWith('.')
        ? relativeProblem(folder, file, specifier)
        : packageProblem(specifier, allowed, isTest)
      if (problem !== undefined) problems.push(`${manifest.name} ${path}: ${specifier} ${problem}`)
    }
  }
  return problems
}

function relativeProblem(folder: string, file: string, specifier: string): string | undefined {
  const target = relative(folder, resolve(file, '..', specifier))
  if (target.startsWith('..')) return 'leaves the package'
  return /\.js(?:on)?$/.test(specifier) ? undefined : 'does not end in .js'
}

function packageProblem(specifier: string, allowed: readonly string[], isTest: boolean): string | undefined {
  if (specifier.startsWith('@x-tooling/')) return isTest ? undefined : 'is tooling'
  if (!specifier.startsWith('@x/')) return undefined
  return allowed.includes(specifier.split('/', 2).join('/')) ? undefined : 'is a forbidden arrow'
}
