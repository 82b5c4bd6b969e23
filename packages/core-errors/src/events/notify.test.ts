import diagnosticsChannel from 'node:diagnostics_channel'
import { expect, test, vi } from 'vitest'
import { notify } from './notify.js'

const event = { client: 'example', code: 'news', message: 'something happened' }

test('hook and channel get the same object', () => {
  const published: unknown[] = []
  const listen = (message: unknown) => void published.push(message)
  diagnosticsChannel.subscribe('x:example:notice', listen)
  const onNotice = vi.fn()
  notify({ onNotice }, 'onNotice', event)
  diagnosticsChannel.unsubscribe('x:example:notice', listen)
  expect(onNotice.mock.calls[0]?.[0]).toBe(event)
  expect(published[0]).toBe(event)
})

test('a hook that throws or rejects is a warning', async () => {
  using emitWarning = vi.spyOn(process, 'emitWarning').mockReturnValue()
  const onNotice = vi.fn<() => void>()
  onNotice.mockImplementationOnce(() => {
    throw new Error('at once')
  })
  onNotice.mockImplementationOnce(() => Promise.reject(new Error('later')))
  notify({ onNotice }, 'onNotice', event)
  notify({ onNotice }, 'onNotice', event)
  await Promise.resolve()
  expect(emitWarning.mock.calls).toEqual([
    ['The onNotice hook threw: at once', 'ClientHookWarning'],
    ['The onNotice hook threw: later', 'ClientHookWarning'],
  ])
})
