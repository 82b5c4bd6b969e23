import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A page of a headless Chromium, driven over its debugging protocol. */
export interface BrowserPage extends AsyncDisposable {
  /** Value of an expression in the page; a promise is awaited. It has to be JSON. */
  evaluate<T>(expression: string): Promise<T>
  /** Selects everything where the focus is, as Ctrl+A does. */
  selectAll(): Promise<void>
  /** Types as a keyboard does, into what has the focus. */
  insertText(text: string): Promise<void>
  /** A PNG of what can be seen. */
  screenshot(): Promise<Buffer>
  navigate(url: string): Promise<void>
}

interface Answer {
  id?: number
  result?: Record<string, unknown>
  error?: { message: string }
}

const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Starts a Chromium of its own with one page. @param chromium - Path of the program. */
export async function openBrowser(
  chromium: string,
  { size = '1400,900', flags = [] as readonly string[] } = {},
): Promise<BrowserPage> {
  const profile = mkdtempSync(join(tmpdir(), 'chromium-'))
  const headless = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    `--window-size=${size}`,
  ]
  const args = [
    ...headless,
    ...quiet,
    ...flags,
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    'about:blank',
  ]
  const child = spawn(chromium, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  const ended = once(child, 'close').catch(() => {})
  const close = async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL') // all of the browser
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  try {
    const port = await debuggingPort(child.stderr)
    const pages = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
      type: string
      webSocketDebuggerUrl: string
    }[]
    const address = pages.find(({ type }) => type === 'page')?.webSocketDebuggerUrl
    if (address === undefined) throw new Error('Chromium has no page')
    const send = await connect(address)
    return pageOver(send, close)
  } catch (error) {
    await close()
    throw error
  }
}

async function debuggingPort(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(stderr)) {
    const port = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line)?.[1]
    if (port === undefined) continue
    stderr.resume() // what it says from now on is of no interest, and must not fill the pipe
    return port
  }
  throw new Error('Chromium ended before it listened')
}

type Send = (method: string, params?: object) => Promise<Record<string, unknown>>

async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address)
  await once(socket, 'open')
  const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result = {}, error } = JSON.parse(String(data)) as Answer
    if (id === undefined) return
    if (error === undefined) waiting.get(id)?.resolve(result)
    else waiting.get(id)?.reject(new Error(error.message))
    waiting.delete(id)
  })
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Chromium has closed the page'))
  })
  let count = 0
  return (method, params = {}) => {
    const id = ++count
    const answer = Promise.withResolvers<Record<string, unknown>>()
    waiting.set(id, answer)
    socket.send(JSON.stringify({ id, method, params }))
    return answer.promise
  }
}

function pageOver(send: Send, close: () => Promise<void>): BrowserPage {
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = (await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as { result?: { value: T }; exceptionDetails?: { text: string; exception?: { description?: string } } }
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result?.value as T
  }
  return {
    evaluate,
    async selectAll() {
      const key = { key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65, modifiers: 2 }
      await send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    },
    insertText: async (text) => void (await send('Input.insertText', { text })),
    screenshot: async () =>
      Buffer.from(String((await send('Page.captureScreenshot', { format: 'png' }))['data']), 'base64'),
    async navigate(url) {
      await send('Page.navigate', { url })
      await evaluate(
        "new Promise((done) => document.readyState === 'complete' ? done() : addEventListener('load', done))",
      )
    },
    [Symbol.asyncDispose]: close,
  }
}
