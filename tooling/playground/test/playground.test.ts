import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findChromium } from '@x-tooling/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPlayground } from '../src/build/buildPlayground.ts'
import { findPrograms } from '../src/build/findPrograms.ts'
import { type FolderServer, serveFolder } from '../src/serve/serveFolder.ts'
import { type BrowserPage, openBrowser } from './support/openBrowser.ts'

interface Run {
  status: string
  output: string
  requests: string[]
}

const root = resolve(import.meta.dirname, '../../..')
const chromium = findChromium()
const folder = mkdtempSync(join(tmpdir(), 'playground-'))
let server: FolderServer
let page: BrowserPage | undefined

beforeAll(async () => {
  await buildPlayground(root, folder)
  server = await serveFolder(folder)
  if (chromium !== undefined) page = await openBrowser(chromium)
}, 120_000)

afterAll(async () => {
  await page?.[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

/** The page with a program in its editor. */
async function open(id: string): Promise<BrowserPage> {
  if (page === undefined) throw new Error('there is no browser')
  await page.navigate('about:blank')
  await page.navigate(`${server.url}/#${id}`)
  await page.evaluate(
    until(`document.querySelector('.cm-content') && document.querySelector('#program').value === '${id}'`),
  )
  return page
}

/** Waits in the page until something is true there. */
const until = (condition: string): string => `new Promise((done) => {
  const look = () => (${condition}) ? done() : requestAnimationFrame(look)
  look()
})`

const click = (id: string): string => `document.querySelector('#${id}').click()`

/** Runs what is in the editor to its end. */
async function run(at: BrowserPage): Promise<Run> {
  await at.evaluate(click('run'))
  await at.evaluate(until("document.querySelector('#status').textContent.startsWith('ended')"))
  return at.evaluate<Run>(`({
    status: document.querySelector('#status').textContent,
    output: document.querySelector('#output').innerText,
    requests: [...document.querySelectorAll('#requests summary')].map((line) => line.textContent),
  })`)
}

/** Replaces the code as a reader would. */
async function retype(at: BrowserPage, code: string): Promise<void> {
  await at.evaluate("document.querySelector('.cm-content').focus()")
  await at.selectAll()
  await at.insertText(code)
}

const { programs } = findPrograms(root)
const inBrowser = test.skipIf(chromium === undefined)

if (chromium === undefined) test.skip('no Chromium on the PATH', () => {})

inBrowser.for(programs)('runs $id', { timeout: 60_000 }, async ({ id, service }) => {
  const { status, output, requests } = await run(await open(id))
  expect(`${status}\n${output}`).toMatch(/^ended with code 0 /)
  expect(output.trim()).not.toBe('')
  if (service !== 'none') expect(requests.length).toBeGreaterThan(0)
})

inBrowser('runs what the reader has made of a program', { timeout: 60_000 }, async () => {
  const at = await open('storpool/listVolumes.ts')
  await retype(at, "interface A { a: bigint }\nconst a: A = { a: 2n ** 64n }\nconsole.log('changed', a)")
  expect(await run(at)).toMatchObject({ output: 'changed { a: 18446744073709551616n }', requests: [] })
})

inBrowser('shows an error and its exit code', { timeout: 60_000 }, async () => {
  const at = await open('storpool/listVolumes.ts')
  await retype(at, "import { a } from '@x/none'\nconsole.log(a)")
  const { status, output } = await run(at)
  expect(status).toMatch(/^ended with code 1 /)
  expect(output).toBe('Error: The playground has no module @x/none')
})

inBrowser('stops a program that does not end', { timeout: 60_000 }, async () => {
  const at = await open('storpool/listVolumes.ts')
  await retype(at, "console.log('begins')\nfor (;;) {}")
  await at.evaluate(click('run'))
  await at.evaluate(until("document.querySelector('#output').innerText.includes('begins')"))
  await at.evaluate(click('stop'))
  expect(await at.evaluate("document.querySelector('#status').textContent")).toBe('stopped')
})

inBrowser('a fault strikes, and the client tries again', { timeout: 60_000 }, async () => {
  const at = await open('storpool/listVolumes.ts')
  await at.evaluate("document.querySelector('#fault').value = 'refuse'")
  const { output, requests } = await run(at)
  expect(output).toContain('db-01: 20 GiB')
  expect(requests.map((line) => line.slice(0, 3))).toEqual(['503', '200'])
})
