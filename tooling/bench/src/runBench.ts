/** The child process of one bench: runs the file named by the first argument and sends what it measured to its parent. */
import { pathToFileURL } from 'node:url'
import type { Bench, BenchRow } from './Bench.ts'

/** What the child sends. */
export interface BenchMessage {
  title: string
  rows: BenchRow[]
}

// Does not outlive the process that asked for the numbers.
process.on('disconnect', () => process.exit(1))

const file = process.argv[2]!
const { bench } = (await import(pathToFileURL(file).href)) as { bench?: Bench }
if (typeof bench?.run !== 'function') throw new Error(`${file} exports no \`bench\``)
const rows = await bench.run({ quick: process.env['BENCH_QUICK'] === '1' })
const message: BenchMessage = { title: bench.title, rows }
process.send?.(message, () => process.exit())
