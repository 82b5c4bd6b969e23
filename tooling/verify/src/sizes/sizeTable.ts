import type { MeasuredSize } from './MeasuredSize.ts'

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1)

/** The table of a README: what the programs weigh in kB (1,000 bytes). */
export function sizeTable(sizes: readonly MeasuredSize[]): string {
  const rows = sizes.map(
    (size) => `| ${size.name}${leftOut(size)} | ${kilobytes(size.esbuild)} | ${kilobytes(size.budget)} |`,
  )
  return ['| in the bundle | kB gz | budget |', '| --- | --- | --- |', ...rows].join('\n')
}

const leftOut = ({ external = [] }: MeasuredSize): string =>
  external.length > 0 ? ` (without ${external.join(', ')})` : ''
