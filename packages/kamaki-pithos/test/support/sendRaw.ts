import http from 'node:http'
import { bodyBytes } from './bodyBytes.js'
import type { RecordedExchange } from './Recorded.js'

/** What came back for a recorded request. */
export interface RawAnswer {
  status: number
  /** By lower-case name. */
  headers: Record<string, string>
  body: Buffer<ArrayBuffer>
}

/** Sends a recorded request exactly as it was: URL libraries would change some targets. */
export function sendRaw(
  origin: string,
  { method, target, headers, body }: RecordedExchange['request'],
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, method, path: target, headers: { ...headers, connection: 'close' } })
    // Node would announce a length by itself; where the recording has none, none is sent.
    const names = Object.keys(headers).map((name) => name.toLowerCase())
    if (!names.includes('content-length') && !names.includes('transfer-encoding')) {
      request.removeHeader('transfer-encoding')
      request.useChunkedEncodingByDefault = false
    }
    request.on('error', reject)
    request.on('response', async (response) => {
      const chunks = (await response.toArray()) as Buffer[]
      const entries = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const)
      resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(entries), body: Buffer.concat(chunks) })
    })
    request.end(bodyBytes(body))
  })
}
