import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findPackages } from '@x-tooling/verify'
import { run } from './run.ts'

/** Folders of the packages that get another version when one of them gets a patch. The copy is left as it was. */
export async function bumpsOf(copy: string, name: string): Promise<string[]> {
  const versions = () => new Map(findPackages(copy, 'packages').map((entry) => [entry.name, entry.manifest.version]))
  const before = versions()
  writeFileSync(join(copy, '.changeset/rehearsal.md'), `---\n'${name}': patch\n---\n\nA correction.\n`)
  await run(copy, 'changeset', ['version'])
  const after = versions()
  await run(copy, 'git', ['checkout', '--quiet', '.'])
  await run(copy, 'git', ['clean', '--force', '--quiet', '.changeset'])
  return [...after].filter(([folder, version]) => version !== before.get(folder)).map(([folder]) => folder)
}
