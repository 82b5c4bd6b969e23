import type { BenchReport } from './BenchReport.ts'
import { relativeSpeed } from './relativeSpeed.ts'

const width = 1000
const labels = 520
const line = 22
/** Times as good or as bad as the baseline at the edges of the plot; what is beyond is cut off there. */
const edge = 8

const place = (relative: number): number => {
  const share = Math.log(Math.min(Math.max(relative, 1 / edge), edge)) / Math.log(edge) / 2 + 0.5
  return Math.round(labels + share * (width - labels - 60))
}

/** A drawing (SVG) of how each row compares with its baseline, on a logarithmic scale: to the right it is better. */
export function plotReport({ benches }: BenchReport): string {
  const parts: string[] = []
  let y = 40
  for (const { title, rows } of benches) {
    const compared = rows.flatMap((row) => {
      const relative = relativeSpeed(row)
      return relative === undefined ? [] : [{ ...row, relative }]
    })
    if (compared.length === 0) continue
    y += line
    parts.push(`<text x="10" y="${y}" font-weight="bold">${escapeText(title)}</text>`)
    for (const { name, baseline, relative, goalMet } of compared) {
      y += line
      const [from, to] = [place(1), place(relative)]
      const color = goalMet === false ? '#c0392b' : relative >= 1 ? '#2e7d4f' : '#7f8c8d'
      parts.push(
        `<text x="${labels - 10}" y="${y}" text-anchor="end">${escapeText(shorten(`${name} / ${baseline?.name}`))}</text>`,
        `<rect x="${Math.min(from, to)}" y="${y - 12}" width="${Math.max(1, Math.abs(to - from))}" height="14" fill="${color}"/>`,
        `<text x="${Math.max(from, to) + 6}" y="${y}" fill="#555">${relative.toFixed(2)}</text>`,
      )
    }
  }
  const height = y + 20
  const grid = [1 / edge, 1 / 4, 1 / 2, 1, 2, 4, edge].map((value) => {
    const x = place(value)
    const label = value < 1 ? `1/${1 / value}` : String(value)
    return (
      `<line x1="${x}" y1="34" x2="${x}" y2="${height}" stroke="${value === 1 ? '#333' : '#ddd'}"/>` +
      `<text x="${x}" y="26" text-anchor="middle" fill="#555">${label}</text>`
    )
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">
<title>How each measurement compares with its baseline</title>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="10" y="26" fill="#555">times as good as the baseline</text>
${[...grid, ...parts].join('\n')}
</svg>
`
}

const shorten = (text: string): string => (text.length > 76 ? `${text.slice(0, 75)}…` : text)

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
