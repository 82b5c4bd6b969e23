import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkPackage } from '../packaging/checkPackage.ts'
import type { Step } from '../Step.ts'

/** Every package's manifest and its packed tarball are what a stranger's tools expect. */
export const packaging: Step = {
  name: 'packaging',
  async run({ packages }) {
    const folder = mkdtempSync(join(tmpdir(), 'pack-'))
    try {
      const checks: string[][] = []
      for (const entry of packages) checks.push(...(await checkPackage(entry, folder)))
      return { passed: checks.filter((problems) => problems.length === 0).length, failures: checks.flat() }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
