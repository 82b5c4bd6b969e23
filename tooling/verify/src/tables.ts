/**
 * `pnpm tables [package …]`: measures, and writes the tables of the READMEs anew: the sizes of all packages or of the named
 * ones, and, without names, what runs where. For the latter every runtime has to be there.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createConsumer } from './consumers/createConsumer.ts'
import { findPackages } from './findPackages.ts'
import { runInRuntimes } from './runtimes/runInRuntimes.ts'
import { runtimeTable } from './runtimes/runtimeTable.ts'
import { measureSizes } from './sizes/measureSizes.ts'
import { sizeTable } from './sizes/sizeTable.ts'
import { replaceSection } from './tables/replaceSection.ts'

const root = resolve(import.meta.dirname, '../../..')
const only = process.argv.slice(2)
const packages = findPackages(root, 'packages')
for (const entry of packages) {
  if (only.length > 0 && !only.includes(entry.name)) continue
  const file = join(entry.folder, 'README.md')
  const measured = await measureSizes(entry)
  writeFileSync(file, replaceSection(readFileSync(file, 'utf8'), 'sizes', sizeTable(measured)))
  for (const { name, esbuild, rollup, budget } of measured)
    console.log(`${entry.name}, ${name}: ${esbuild} bytes by esbuild, ${rollup} by rollup, ${budget} allowed`)
}

if (only.length === 0) {
  const results = await runInRuntimes(await createConsumer(packages))
  for (const { runtime, problem, skipped } of results) {
    if (problem !== undefined || skipped !== undefined) throw new Error(`${runtime}: ${problem ?? skipped}`)
  }
  const file = join(root, 'README.md')
  writeFileSync(file, replaceSection(readFileSync(file, 'utf8'), 'runtimes', runtimeTable(results)))
}
