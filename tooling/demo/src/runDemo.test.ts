import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { DemoRun } from './Demo.ts'
import { runDemo } from './runDemo.ts'

/** A demo whose programs are the given sources, and what was seen of it. */
function demoOf(programs: Record<string, string>, env: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'))
  const written: string[] = []
  for (const [file, source] of Object.entries(programs)) writeFileSync(join(folder, file), source)
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void written.push(`${line}\n`))
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0)
  const dispose = vi.fn(async () => {})
  onTestFinished(() => {
    log.mockRestore()
    out.mockRestore()
    rmSync(folder, { recursive: true })
  })
  const start = async (): Promise<DemoRun> => ({
    env,
    programs: Object.keys(programs).map((file) => ({ file, title: file })),
    [Symbol.asyncDispose]: dispose,
  })
  const signal = new AbortController()
  const run = (deadlineMs = 20_000) =>
    runDemo({ name: 'x', folder, demo: { title: 'X', order: 1, start } }, { deadlineMs, signal: signal.signal })
  return { run, written, dispose, signal }
}

test('runs each program with the environment of the demo, shows its output, and stops the server', async () => {
  const demo = demoOf({ 'a.ts': `const uri: string = process.env['URI']!\nconsole.log('at ' + uri)` }, { URI: 'l://h' })
  expect((await demo.run()).map(({ failure }) => failure)).toEqual([undefined])
  expect(demo.written.join('')).toContain('    at l://h\n')
  expect(demo.dispose).toHaveBeenCalledTimes(1)
})

test('a program that fails does not keep the next one from running', async () => {
  const demo = demoOf({ 'a.ts': 'process.exitCode = 4', 'b.ts': '' })
  expect((await demo.run()).map(({ failure }) => failure)).toEqual(['exit code 4', undefined])
  expect(demo.dispose).toHaveBeenCalledTimes(1)
})

test('ends a program that does not end', async () => {
  const demo = demoOf({ 'a.ts': 'setInterval(() => {}, 1000)' })
  expect((await demo.run(500)).map(({ failure }) => failure)).toEqual(['no end after 0.5 s'])
})

test('an interrupt ends the program, starts no other, and stops the server', async () => {
  const demo = demoOf({ 'a.ts': `console.log('begun'); setInterval(() => {}, 1000)`, 'b.ts': '' })
  const results = demo.run()
  await vi.waitFor(() => expect(demo.written.join('')).toContain('begun'), { timeout: 15_000 })
  demo.signal.abort()
  expect((await results).map(({ failure }) => failure)).toEqual(['interrupted'])
  expect(demo.dispose).toHaveBeenCalledTimes(1)
})
