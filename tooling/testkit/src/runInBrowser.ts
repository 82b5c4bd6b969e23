import { spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { findChromium } from './findChromium.ts'

/** What a module did in a browser. */
export interface BrowserResult {
  /** What it wrote to the console, a line per call. */
  output: string
  /** What it threw, rejected with or left unhandled. */
  error?: string | undefined
}

/** How {@link runInBrowser} starts the browser. */
export interface RunInBrowserOptions {
  /** @default the one that {@link findChromium} finds */
  chromium?: string | undefined
  /** Longest run of all modules together, in milliseconds. @default 60_000 */
  deadlineMs?: number | undefined
}

const page = (names: readonly string[]): string => `<!doctype html><meta charset="utf-8"><script type="module">
let lines = [], error
for (const level of ['log', 'info', 'warn', 'error']) {
  console[level] = (...values) => lines.push(values.map((value) => value?.stack ?? String(value)).join(' '))
}
const fail = (reason) => { error ??= String(reason?.stack ?? reason) }
addEventListener('error', (event) => fail(event.error ?? event.message))
addEventListener('unhandledrejection', (event) => fail(event.reason))
const results = {}
for (const name of ${JSON.stringify(names)}) {
  lines = []; error = undefined
  await import('/modules/' + encodeURIComponent(name)).catch(fail)
  results[name] = { output: lines.join('\\n'), error }
}
await fetch('/results', { method: 'POST', body: JSON.stringify(results) })
</script>`

/**
 * Runs modules one after the other in one page of a headless Chromium, which gets them from a server on loopback.
 *
 * @param modules - Source of each module by its name, with all that it imports bundled into it.
 * @returns What each did, when its top level has ended.
 * @throws {Error} when there is no Chromium, or it does not answer in time.
 */
export async function runInBrowser(
  modules: Readonly<Record<string, string>>,
  { chromium = findChromium(), deadlineMs = 60_000 }: RunInBrowserOptions = {},
): Promise<Record<string, BrowserResult>> {
  if (chromium === undefined) throw new Error('there is no Chromium on the PATH')
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/results') return // the page is done: see below
    const isModule = pathname.startsWith('/modules/')
    const code = modules[decodeURIComponent(pathname.slice('/modules/'.length))]
    response.setHeader('content-type', isModule ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
    if (isModule && code === undefined) response.statusCode = 404
    response.end(isModule ? code : page(Object.keys(modules)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
  const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run']
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  const address = `http://127.0.0.1:${port}/`
  const child = spawn(chromium, [...args, ...quiet, `--user-data-dir=${profile}`, address], {
    stdio: 'ignore',
    detached: true, // a group of its own, so that all of the browser can be ended
  })
  const ended = once(child, 'close')
  try {
    const request = await Promise.race([
      answered(server, deadlineMs),
      ended.then(([code]) => Promise.reject(new Error(`Chromium ended with code ${code}`))),
    ])
    return JSON.parse(await text(request)) as Record<string, BrowserResult>
  } finally {
    endGroup(child.pid)
    await ended.catch(() => {}) // it could not be started: the error is on its way
    server.closeAllConnections()
    server.close()
    // Processes of the browser that are about to end may still write into it.
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

/** The request with the results. */
async function answered(server: Server, deadlineMs: number): Promise<IncomingMessage> {
  const signal = AbortSignal.timeout(deadlineMs)
  try {
    for await (const [request] of on(server, 'request', { signal }) as AsyncIterable<[IncomingMessage]>) {
      if (request.url === '/results') return request
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
  throw new Error(`no answer after ${deadlineMs / 1000} s`)
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
