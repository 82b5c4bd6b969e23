import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkLoading, findPackages, linkedDependencies, type WorkspacePackage } from '@x-tooling/verify'
import { run } from './run.ts'
import type { Registry } from './startRegistry.ts'

/**
 * Installs the published packages into an empty folder and loads every entry point. What others publish is not on this
 * registry; it is linked from the repository.
 *
 * @param root - The repository that has it installed.
 */
export async function installPublished(
  packages: readonly WorkspacePackage[],
  root: string,
  folder: string,
  registry: Registry,
): Promise<void> {
  mkdirSync(folder)
  registry.configure(folder)
  const linked = linkedDependencies(findPackages(root, 'packages'))
  const own = Object.fromEntries(packages.map(({ manifest }) => [manifest.name, manifest.version]))
  const manifest = { name: 'consumer', private: true, type: 'module', dependencies: { ...own, ky: linked['ky'] } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  // JSON is YAML. What was published a moment ago would be too young for pnpm.
  const settings = { pmOnFail: 'ignore', minimumReleaseAge: 0, overrides: linked }
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), JSON.stringify(settings))
  await run(folder, 'pnpm', ['install', '--ignore-scripts', '--no-lockfile'])
  const problems = (await checkLoading(folder, packages)).filter(({ problem }) => problem !== undefined)
  if (problems.length > 0) throw new Error(problems.map(({ name, problem }) => `${name}: ${problem}`).join('\n'))
}
