import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startBench } from './startBench.ts'

function benchFile(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'a.bench.ts'), source)
  return join(folder, 'a.bench.ts')
}

const options = { quick: true, deadlineMs: 20_000 }

test('answers the rows, and runs where garbage can be collected', async () => {
  const file = benchFile(`export const bench = {
    title: 'T',
    run: async ({ quick }) => [{ name: String(quick), unit: typeof globalThis.gc, value: Number.NaN }],
  }
  setInterval(() => {}, 1000)`)
  expect(await startBench(file, options)).toEqual({
    title: 'T',
    rows: [{ name: 'true', unit: 'function', value: Number.NaN }],
  })
})

test('rejects when the bench ends the process or does not end', async () => {
  const ending = benchFile(`export const bench = { title: 'T', run() { process.exit(3) } }`)
  await expect(startBench(ending, options)).rejects.toThrow('exit code 3')
  const hanging = benchFile(
    `export const bench = { title: 'T', run: () => new Promise(() => setTimeout(() => {}, 1e6)) }`,
  )
  await expect(startBench(hanging, { quick: true, deadlineMs: 500 })).rejects.toThrow('SIGTERM')
})
