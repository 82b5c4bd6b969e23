import type { Check } from '../consumers/Check.ts'
import type { MeasuredSize } from './MeasuredSize.ts'
import { sizesInTable } from './sizesInTable.ts'

/** By how much a size may differ from the one in the README: a patch release of a dependency changes it a little. */
const tolerance = 0.05

/** A package's programs are within their budgets, hold what they should, and the README tells their sizes. */
export function checkSizes(name: string, sizes: readonly MeasuredSize[], readme: string): Check[] {
  const told = sizesInTable(readme)
  return sizes.map((size) => ({ name: `size of ${name}, ${size.name}`, problem: problemOf(size, told.get(size.name)) }))
}

function problemOf({ esbuild, rollup, budget, strangers }: MeasuredSize, told: number | undefined): string | undefined {
  if (strangers.length > 0) return `contains ${strangers.join(', ')}`
  if (Math.max(esbuild, rollup) > budget) return `${esbuild} bytes by esbuild, ${rollup} by rollup, ${budget} allowed`
  if (told === undefined) return 'is not in the README: run `pnpm tables`'
  // What is rounded in the table is no difference.
  if (Math.abs(told - esbuild) > tolerance * esbuild + 50)
    return `is ${esbuild} bytes, not ${told} as in the README: run \`pnpm tables\``
  return undefined
}
