import { listenOnLoopback } from '@x/core-errors/testing'
import { bundle, findChromium, runInBrowser } from '@x-tooling/testkit'
import { expect, test } from 'vitest'
import { useClouds } from './support/useClouds.js'

const start = useClouds()

// What a proxy in front of the service adds, so that pages of another origin may use it.
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, PUT, POST, DELETE, COPY, MOVE',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
}

const program = (setup: object) => `
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createPithos } from '@x/kamaki-pithos'
const { endpoint, token, account } = ${JSON.stringify(setup)}
const session = createSynnefoSession({ endpoints: { 'object-store': endpoint }, token })
const pithos = createPithos({ session, account, container: 'pithos' })
const bytes = new Uint8Array(1_000_000)
for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
const phases = new Set()
const onProgress = ({ phase }) => phases.add(phase)
const source = new Blob([bytes], { type: 'image/png' })
const { sent } = await pithos.upload({ obj: 'from a page/ü.png', source }, { onProgress })
const again = await pithos.upload({ obj: 'again', source: source.stream() })
const names = []
for await (const { name, content_type, bytes } of pithos.listObjects()) names.push([name, content_type, bytes].join(' '))
const { data, isVerified, info } = await pithos.download({ obj: 'from a page/ü.png', target: 'blob' })
const back = new Uint8Array(await data.arrayBuffer())
const part = await pithos.download({ obj: 'again', target: 'bytes', range: '99990-100009' })
await pithos.upload({ obj: 'encoded', source: new Blob(['no gzip']), contentEncoding: 'gzip' })
const refused = await pithos.download({ obj: 'encoded', target: 'bytes' }).catch((error) => error)
console.log(JSON.stringify({
  sent, sentAgain: again.sent, names, isVerified, type: info.contentType, phases: [...phases],
  isEqual: back.length === bytes.length && back.every((byte, index) => byte === bytes[index]),
  isPartEqual: part.data.every((byte, index) => byte === bytes[99990 + index]),
  refused: refused.message,
}))
`

test('a page uploads a blob, lists it, downloads it and compares', { timeout: 120_000 }, async (context) => {
  if (findChromium() === undefined) return context.skip('there is no Chromium on the PATH')
  const { cloud } = await start({ blockSize: 65_536 })
  const proxy = await listenOnLoopback(async (request) => {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors })
    const { pathname, search } = new URL(request.url)
    const answer = await cloud.fetch(new Request(cloud.origin + pathname + search, request))
    return new Response(answer.body, { status: answer.status, headers: [...answer.headers, ...Object.entries(cors)] })
  })
  try {
    const setup = { endpoint: `${proxy.url}/pithos/object-store`, token: cloud.token, account: cloud.user.id }
    const { esbuild } = await bundle(program(setup), { from: import.meta.dirname })
    const { page } = await runInBrowser({ page: esbuild.code }, { deadlineMs: 100_000 })
    expect(page?.error).toBeUndefined()
    const answer = JSON.parse(page?.output ?? '') as Record<string, unknown>
    expect(answer).toEqual({
      sent: 1_000_000,
      sentAgain: 0,
      names: ['again application/octet-stream 1000000', 'from a page/ü.png image/png 1000000'],
      isVerified: true,
      type: 'image/png',
      phases: ['hashing', 'committing', 'sending', 'done'],
      isEqual: true,
      isPartEqual: true,
      refused: expect.stringMatching(/stored with the encoding gzip, which the fetch of this runtime undoes/),
    })
  } finally {
    await proxy.close()
  }
})
