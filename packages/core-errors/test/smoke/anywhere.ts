// Run as packed by every runtime and by a browser: the errors, and a call with a repeat against a fake without a port.
import { ApiError, isApiError, isTimeoutError, sleep } from '@x/core-errors'
import { createFetchTransport } from '@x/core-errors/http'
import { createHttpTransport } from '@x/core-errors/ky'
import { startFakeServer } from '@x/core-errors/testing'

const fake = await startFakeServer(async () => Response.json({ fine: true }), { listen: false })
for (const create of [createFetchTransport, createHttpTransport]) {
  const send = create({ client: 'smoke', fetch: fake.fetch })
  fake.failNext({ status: 503 })
  const answer = await send({
    operation: 'thing',
    method: 'GET',
    url: `${fake.url}/thing`,
    idempotent: true,
    read: async (answer) => {
      const { status, context } = answer
      if (status >= 400) throw new ApiError('refused', { ...context, status, retryable: true })
      return answer.json()
    },
  })
  if (JSON.stringify(answer) !== '{"fine":true}') throw new Error(`answered ${JSON.stringify(answer)}`)
}
if (fake.requests.length !== 4) throw new Error(`${fake.requests.length} requests instead of 4`)

const reason = new Error('enough')
const interrupted = await sleep(60_000, { signal: AbortSignal.abort(reason) }).catch((error: unknown) => error)
if (interrupted !== reason || isApiError(interrupted) || isTimeoutError(interrupted)) throw new Error('not interrupted')
await fake.close()
console.log('done')
