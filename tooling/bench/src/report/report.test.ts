import { expect, test } from 'vitest'
import type { BenchReport } from './BenchReport.ts'
import { describeReport } from './describeReport.ts'
import { plotReport } from './plotReport.ts'
import { relativeSpeed } from './relativeSpeed.ts'

const row = { name: 'decode <x>', unit: 'MB/s', value: 200, baseline: { name: 'JSON', value: 100 }, ratio: 2 }
const report: BenchReport = {
  machine: { cpu: 'CPU', cores: 2, memoryGiB: 8, system: 'linux x64', runtime: 'Node 24' },
  quick: true,
  benches: [
    { package: '@x/a@1.0.0', title: 'Codec', rows: [row, { ...row, name: 'far', ratio: 1000 }] },
    { package: '@x/b@1.0.0', title: 'Alone', rows: [{ name: 'size', unit: 'kB', value: 3 }] },
  ],
}

test('better is a higher rate, a lower time, or what the goal says', () => {
  expect(relativeSpeed(row)).toBe(2)
  expect(relativeSpeed({ ...row, unit: 'ms' })).toBe(0.5)
  expect(relativeSpeed({ ...row, unit: 'hits', goal: { atLeast: 1 } })).toBe(2)
  expect(relativeSpeed({ ...row, ratio: undefined })).toBeUndefined()
})

test('the page tells the machine, the values and the baselines', () => {
  const page = describeReport(report, new Date('2026-01-02T03:04:05Z'))
  expect(page).toContain('on 2026-01-02: CPU, 2 cores, 8 GiB, linux x64, Node 24; a quick run')
  expect(page).toContain('| decode &lt;x> | 200 MB/s | JSON: 100 | 2.00x |  |  |')
  expect(page).toContain('| size | 3.00 kB |  |  |  |  |')
})

test('the drawing has a bar for each row with a baseline, within its bounds', () => {
  const svg = plotReport(report)
  expect(svg).toContain('decode &lt;x&gt;')
  expect(svg).not.toContain('Alone')
  const bars = [...svg.matchAll(/<rect x="(\d+)" y="\d+" width="(\d+)"/g)]
  expect(bars).toHaveLength(2)
  for (const [, x, width] of bars) expect(Number(x) + Number(width)).toBeLessThan(1000)
})
