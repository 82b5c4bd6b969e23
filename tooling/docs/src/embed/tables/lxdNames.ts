import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What pylxd has beside what the package has: its PARITY.md without the tests. */
export function lxdNames(root: string): string {
  const lines = readFileSync(join(root, 'packages/lxd/PARITY.md'), 'utf8').split('\n')
  const first = lines.findIndex((line) => line.startsWith('## '))
  return lines
    .slice(first)
    .map((line) => (line.startsWith('## ') ? lowerHeading(line) : withoutLastCell(line)))
    .join('\n')
}

// The list of headings beside the page drops what is marked as code.
const lowerHeading = (line: string): string => `#${line.replaceAll('`', '')}`

function withoutLastCell(line: string): string {
  if (!line.startsWith('|')) return line
  const cells = line.split(/(?<!\\)\|/).slice(1, -2)
  return `| ${cells.map((cell) => (/^\s*-+\s*$/.test(cell) ? '---' : cell.trim())).join(' | ')} |`
}
