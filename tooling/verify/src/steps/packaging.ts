import { checkPackage } from '../packaging/checkPackage.ts'
import { packedTarballs } from '../packaging/packedTarballs.ts'
import type { Step } from '../Step.ts'

/** Every package's manifest and its packed tarball are what a stranger's tools expect. */
export const packaging: Step = {
  name: 'packaging',
  async run({ packages }) {
    const tarballs = await packedTarballs(packages)
    const checks: string[][] = []
    for (const entry of packages) checks.push(...(await checkPackage(entry, tarballs.get(entry.manifest.name)!)))
    return { passed: checks.filter((problems) => problems.length === 0).length, failures: checks.flat() }
  },
}
