/**
 * `pnpm bench [package …] [--quick] [--docs] [--json file]`: runs every `bench/*.bench.ts` of the packages, each in a process
 * of its own, and prints its rows beside their baselines. A full run of all packages, or one with `--docs`, writes the table
 * and the drawing of the documentation. Fails when a bench fails or misses a goal.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { describeMachine } from './describeMachine.ts'
import { findBenches } from './findBenches.ts'
import { formatTable } from './formatTable.ts'
import { goalMet } from './goalMet.ts'
import type { BenchReport, MeasuredBench } from './report/BenchReport.ts'
import { describeReport } from './report/describeReport.ts'
import { plotReport } from './report/plotReport.ts'
import { startBench } from './startBench.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, docs: { type: 'boolean' }, json: { type: 'string' } },
})
const root = resolve(import.meta.dirname, '../../..')
const deadlineMs = values.quick ? 120_000 : 600_000

const machine = describeMachine()
console.log(`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, ${machine.system}, ${machine.runtime}`)

const results: MeasuredBench[] = []
let failed = 0
let missed = 0
for (const found of findBenches(root, positionals)) {
  try {
    const { title, rows } = await startBench(found.file, { quick: values.quick, deadlineMs })
    console.log(`\n${title}  (${found.package})\n${formatTable(rows)}`)
    missed += rows.filter((row) => goalMet(row) === false).length
    results.push({ package: found.package, title, rows: rows.map((row) => ({ ...row, goalMet: goalMet(row) })) })
  } catch (error) {
    failed++
    console.log(`\n${found.file}  (${found.package})\n  FAILED: ${error instanceof Error ? error.message : error}`)
  }
}

console.log(`\n${results.length} benches ran, ${failed} failed, ${missed} goals missed`)
const report: BenchReport = { machine, quick: values.quick, benches: results }
if (values.json !== undefined) {
  writeFileSync(resolve(process.env['INIT_CWD'] ?? '.', values.json), `${JSON.stringify(report, null, 2)}\n`)
}
if (values.docs ?? (positionals.length === 0 && !values.quick)) {
  const guides = resolve(root, 'docs/guides')
  writeFileSync(resolve(guides, 'benchmarks.md'), describeReport(report, new Date()))
  writeFileSync(resolve(guides, 'benchmarks.svg'), plotReport(report))
  console.log(`The table and the drawing are in ${guides}`)
}
if (failed > 0 || missed > 0) process.exitCode = 1
