import type { BenchRow } from './Bench.ts'
import { goalMet } from './goalMet.ts'

/** A row as texts: name, value, baseline, ratio, goal and note. */
export const formatCells = (row: BenchRow): string[] => [
  row.name,
  `${formatNumber(row.value)} ${row.unit}`,
  row.baseline ? `${row.baseline.name}: ${formatNumber(row.baseline.value)}` : '',
  row.ratio === undefined ? '' : `${row.ratio.toFixed(2)}x`,
  formatGoal(row),
  row.note ?? '',
]

function formatNumber(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

function formatGoal(row: BenchRow): string {
  const met = goalMet(row)
  if (met === undefined) return ''
  const { atLeast, atMost } = row.goal ?? {}
  const bounds = [atLeast === undefined ? '' : `>= ${atLeast}`, atMost === undefined ? '' : `<= ${atMost}`]
  return `${bounds.filter(Boolean).join(' and ')} ${met ? 'met' : 'MISSED'}`
}
