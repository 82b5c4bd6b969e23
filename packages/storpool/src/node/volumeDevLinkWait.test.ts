import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isConfigurationError } from '@x/core-errors'
import { createManualClock } from '@x/core-errors/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { volumeDevLinkWait } from './volumeDevLinkWait.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'devices-'))
})
afterEach(() => rm(folder, { recursive: true }))

const wait = (attach: boolean, maxMs = 60_000) => ({ volumeName: 'db-01', attach, maxMs, folder })
const link = (target: string) => symlink(target, join(folder, 'db-01'))

test('answers at once when the link is as wanted', async () => {
  expect(await volumeDevLinkWait(wait(false))).toBe(true)
  await link(folder)
  expect(await volumeDevLinkWait(wait(true))).toBe(true)
})

test('looks 300 times in a minute, then gives up; a link to nowhere counts as gone', async () => {
  await link('/nonexistent/device')
  const clock = createManualClock()
  expect(await clock.runUntil(volumeDevLinkWait(wait(true), { clock }))).toBe(false)
  expect(clock.now()).toBe(299 * 200)
  expect(await volumeDevLinkWait(wait(false))).toBe(true)
})

test('what is no link, or can not be the name of one, is refused', async () => {
  await writeFile(join(folder, 'db-01'), '')
  await expect(volumeDevLinkWait(wait(true))).rejects.toSatisfy(isConfigurationError)
  const odd = volumeDevLinkWait({ ...wait(true), volumeName: '../db-01' })
  await expect(odd).rejects.toSatisfy(isConfigurationError)
})

test('an abort ends the wait with its own reason', async () => {
  const abort = new AbortController()
  const reason = new Error('enough')
  const waiting = volumeDevLinkWait(wait(true), { signal: abort.signal })
  abort.abort(reason)
  await expect(waiting).rejects.toBe(reason)
})
