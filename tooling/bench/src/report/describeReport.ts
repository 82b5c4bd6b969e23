import { formatCells } from '../formatCells.ts'
import type { BenchReport } from './BenchReport.ts'

/** The page of the documentation: where it was measured, the drawing, and a table for each bench. */
export function describeReport({ machine, quick, benches }: BenchReport, date: Date): string {
  const { cpu, cores, memoryGiB, system, runtime } = machine
  const tables = benches.map(({ package: name, title, rows }) => {
    const lines = rows.map((row) => `| ${formatCells(row).map(escapeCell).join(' | ')} |`)
    return `## ${title}\n\n${name}\n\n| | value | baseline | ratio | goal | |\n|---|---|---|---|---|---|\n${lines.join('\n')}\n`
  })
  return `---
title: Benchmarks
---

# Benchmarks

Written by \`npx -y pnpm@12.21.0 bench\` on ${date.toISOString().slice(0, 10)}: ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}, ${runtime}${quick ? '; a quick run, with fewer rounds and smaller inputs' : ''}.
Everything runs on one machine, servers included. Each row is measured in turn with its baseline; values are medians, and the ratio
is the median of the ratios of each pair. In the [drawing](benchmarks.svg) right is better, red has missed its goal, and bars
end at eight times.

![How each compares with its baseline](benchmarks.svg)

${tables.join('\n')}`
}

const escapeCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')
