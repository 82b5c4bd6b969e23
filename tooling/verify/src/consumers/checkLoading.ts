import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { entryFiles } from '../boundaries/entryFiles.ts'
import type { WorkspacePackage } from '../findPackages.ts'
import { runCommand } from '../run/runCommand.ts'
import type { Check } from './Check.ts'

/** Loads each entry point in both ways, and prints those whose exports differ or that cannot be loaded. */
const program = `import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
const failed = {}
for (const entry of JSON.parse(process.argv[2])) {
  try {
    const required = Object.keys(require(entry)).filter((name) => name !== '__esModule').sort().join()
    const imported = Object.keys(await import(entry)).sort().join()
    if (required !== imported) failed[entry] = 'require() has ' + required + ', import ' + imported
  } catch (error) {
    failed[entry] = String(error)
  }
}
console.log(JSON.stringify(failed))
`

/**
 * Every entry point of every package, patterns expanded, is loaded by `require()` and by `import`; each is a check.
 *
 * @param folder - Where the packages are installed.
 */
export async function checkLoading(folder: string, packages: readonly WorkspacePackage[]): Promise<Check[]> {
  const file = join(folder, 'load.mjs')
  writeFileSync(file, program)
  const entries = packages.flatMap((entry) => [...entryFiles(entry).keys()])
  const args = [file, JSON.stringify(entries)]
  const { code, output, stdout } = await runCommand(folder, process.execPath, args, { deadlineMs: 120_000 })
  if (code !== 0) return [{ name: 'loading the entry points', problem: output }]
  const failed = JSON.parse(stdout) as Record<string, string>
  return entries.map((name) => ({ name: `loading ${name}`, problem: failed[name] }))
}
