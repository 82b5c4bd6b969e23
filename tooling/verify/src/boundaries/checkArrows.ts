import type { Manifest, WorkspacePackage } from '../findPackages.ts'
import { allowedArrows, developmentArrows } from './allowedArrows.ts'

const fields = ['dependencies', 'peerDependencies', 'optionalDependencies', 'devDependencies'] as const

/** What is wrong with the dependencies that a package declares on others of the workspace. */
export function checkArrows({ name, manifest }: WorkspacePackage, arrows = allowedArrows): string[] {
  const allowed = arrows[name]
  if (allowed === undefined) return [`packages/${name} is not in the table of packages`]
  const problems: string[] = []
  if (manifest.name !== `@x/${name}`) problems.push(`packages/${name} is named ${manifest.name}, not @x/${name}`)
  for (const field of fields) {
    for (const dependency of Object.keys(manifest[field] ?? {})) {
      const extra = field === 'devDependencies' ? (developmentArrows[name] ?? []) : []
      if (!mayDependOn(dependency, field, [...allowed, ...extra]))
        problems.push(`${manifest.name} ${field}: ${dependency} is forbidden`)
    }
  }
  return problems
}

function mayDependOn(dependency: string, field: keyof Manifest, allowed: readonly string[]): boolean {
  if (dependency.startsWith('@x-tooling/')) return field === 'devDependencies'
  return !dependency.startsWith('@x/') || allowed.includes(dependency.slice('@x/'.length))
}
