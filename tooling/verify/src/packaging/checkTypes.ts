import { checkPackage, createPackageFromTarballData, type Problem } from '@arethetypeswrong/core'
import type { WorkspacePackage } from '../findPackages.ts'

/** An ESM-only package promises nothing to resolution without `exports` and types nothing for `require()`. */
const ignoredResolutions: readonly string[] = ['node10', 'node16-cjs']

/** What are-the-types-wrong says about a packed package, in its ESM-only profile. */
export async function checkTypes({ manifest }: WorkspacePackage, tarball: Uint8Array): Promise<string[]> {
  const result = await checkPackage(createPackageFromTarballData(tarball))
  if (result.types === false) return [`${manifest.name} has no types`]
  return result.problems
    .filter((problem) => !isIgnored(problem))
    .map((problem) => `${manifest.name} types: ${JSON.stringify(problem)}`)
}

function isIgnored(problem: Problem): boolean {
  if ('resolutionKind' in problem) return ignoredResolutions.includes(problem.resolutionKind)
  return 'resolutionOption' in problem && ignoredResolutions.includes(problem.resolutionOption)
}
