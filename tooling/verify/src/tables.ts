/** `pnpm tables [package …]`: measures, and writes the tables of the READMEs anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { findPackages } from './findPackages.ts'
import { measureSizes } from './sizes/measureSizes.ts'
import { sizeTable } from './sizes/sizeTable.ts'
import { replaceSection } from './tables/replaceSection.ts'

const root = resolve(import.meta.dirname, '../../..')
const only = process.argv.slice(2)
for (const entry of findPackages(root, 'packages')) {
  if (only.length > 0 && !only.includes(entry.name)) continue
  const file = join(entry.folder, 'README.md')
  const measured = await measureSizes(entry)
  writeFileSync(file, replaceSection(readFileSync(file, 'utf8'), 'sizes', sizeTable(measured)))
  for (const { name, esbuild, rollup, budget } of measured)
    console.log(`${entry.name}, ${name}: ${esbuild} bytes by esbuild, ${rollup} by rollup, ${budget} allowed`)
}
