import { isClientError } from '@x/core-errors'
import { createSynnefoSession } from '@x/kamaki-astakos'
import { expect, test } from 'vitest'
import { createPithos } from '../src/createPithos.js'
import { bodyBytes } from './support/bodyBytes.js'
import { callReference } from './support/callReference.js'
import { deviations } from './support/deviations.js'
import type { ReferenceCase } from './support/ReferenceCase.js'
import { readFixture } from './support/readFixture.js'
import { requestForm } from './support/requestForm.js'
import { resultDifferences } from './support/resultForm.js'
import { receivedBy, startReplay } from './support/startReplay.js'

const cases = readFixture<ReferenceCase>('pithos-requests', 'cases')

test.each(cases.map((item) => [item.id, item] as const))('recorded call %s', async (_, item) => {
  await using server = await startReplay(item.exchanges)
  const { account, container, endpoint, token } = item.client
  const session = createSynnefoSession({
    endpoints: { 'object-store': endpoint.replace('http://HOST', server.url) },
    token,
    retry: { delayMs: () => 0 },
  })
  const pithos = createPithos({ session, account, container: container ?? undefined })
  const call = { class: item.client.class, ...item.call }
  const outcome = await callReference(pithos, call).catch((error: unknown) => ({ error }))

  const hasFailures = item.exchanges.some(({ response }) => response.status >= 500) || item.result.raised !== undefined
  const forms = (list: string[]) => (hasFailures ? [...new Set(list)] : list).sort()
  const expected = deviations.requests(
    call,
    item.exchanges.map(({ request }) => request),
  )
  const received = deviations.received(call, await receivedBy(server))
  const sent = forms(received.map(requestForm))
  const needed = expected.filter(
    (request) => sent.includes(requestForm(request)) || !deviations.isNeedless(call, request),
  )
  expect(sent).toEqual(forms(needed.map(requestForm)))

  const raised = deviations.raised(call, item.result, item.exchanges)
  if (raised !== undefined) {
    const { error } = outcome as { error?: unknown }
    expect(isClientError(error), String(error)).toBe(true)
    if (raised.status) expect(error).toMatchObject({ status: raised.status })
    return
  }
  if ('error' in outcome) throw outcome.error
  const content = deviations.content(call, item.exchanges)
  if (content !== undefined) expect(content.equals(outcome.value as Uint8Array)).toBe(true)
  else expect(resultDifferences(call, outcome, item.result)).toEqual([])
  for (const [name, body] of Object.entries(deviations.written(call, item.result) ?? {})) {
    expect(outcome.written[name]?.equals(bodyBytes(body))).toBe(true)
  }
})
