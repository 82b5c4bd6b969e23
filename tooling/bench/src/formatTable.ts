import type { BenchRow } from './Bench.ts'
import { formatCells } from './formatCells.ts'

/** A bench's rows as aligned text. */
export function formatTable(rows: readonly BenchRow[]): string {
  const table = [['', 'value', 'baseline', 'ratio', 'goal', ''], ...rows.map(formatCells)]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  return table
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd())
    .join('\n')
}
