/**
 * `pnpm demo [package …]`: runs the example programs of every package that brings `examples/demo.ts`, each as a process
 * of its own, printing what a user would see. Fails when a program fails.
 */
import { resolve } from 'node:path'
import { discoverDemos } from './discoverDemos.ts'
import { type DemoResult, runDemo } from './runDemo.ts'

const deadlineMs = 120_000
const root = resolve(import.meta.dirname, '../../..')
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))

const interrupted = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupted.abort())

const demos = await discoverDemos(root, only)
if (demos.length === 0) console.log('No package brings examples/demo.ts yet.')

const results: DemoResult[] = []
for (const found of demos) {
  if (interrupted.signal.aborted) break
  for (const result of await runDemo(found, { deadlineMs, signal: interrupted.signal })) {
    results.push({ ...result, title: `${found.demo.title}: ${result.title}` })
  }
}

const failed = results.filter((result) => result.failure !== undefined)
console.log('\nSummary\n=======')
for (const { title, seconds, failure } of results) {
  console.log(`${failure === undefined ? 'ok  ' : 'FAIL'}  ${seconds.toFixed(1).padStart(5)} s  ${title}`)
}
console.log(`${results.length - failed.length} programs passed, ${failed.length} failed`)
// A fake that kept a socket open must not keep the demo from ending.
process.exit(interrupted.signal.aborted ? 130 : failed.length > 0 ? 1 : 0)
