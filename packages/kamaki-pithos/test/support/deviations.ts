import { bodyBytes } from './bodyBytes.js'
import type { RecordedBody } from './Recorded.js'
import type { ReferenceCall, ReferenceRequest, ReferenceResult } from './ReferenceCase.js'

type Call = Pick<ReferenceCall, 'class' | 'method' | 'arguments'>

const without = (request: ReferenceRequest, ...names: string[]): ReferenceRequest => ({
  ...request,
  headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !names.includes(name))),
})

const isHashmap = ({ target }: ReferenceRequest) => /[?&]hashmap/.test(target)

/** Where this client does something else than the reference on purpose, each with its reason. */
export const deviations = {
  /** The requests that this client makes in place of the recorded ones. */
  requests(call: Call, recorded: readonly ReferenceRequest[]): ReferenceRequest[] {
    return recorded
      .map((request) => {
        // A copy or a move must not take back the publication of its target unless it is asked to.
        if (/^(?:copy|move)_object$/.test(call.method) && call.arguments['public'] === undefined) {
          return without(request, 'x-object-public')
        }
        // Both attempts at the hashmap carry the same headers: the reference forgets the disposition in the second, and
        // sends an MD5 sum there, which the server ignores.
        if (/^upload_(?:object|from_string)$/.test(call.method) && request.method === 'PUT' && isHashmap(request)) {
          const disposition = call.arguments['content_disposition']
          const { headers } = without(request, 'etag')
          return {
            ...request,
            headers: typeof disposition === 'string' ? { ...headers, 'content-disposition': disposition } : headers,
          }
        }
        // Without a content type the server refuses data.
        if (
          call.method === 'upload_object_unchunked' ||
          (call.class === 'StorageClient' && call.method === 'upload_object')
        ) {
          const headers = { 'content-type': 'application/octet-stream', ...request.headers }
          // A hashmap is a hashmap only when the server is told so.
          const target = call.arguments['withHashFile'] === true ? `${request.target}&hashmap` : request.target
          return { ...request, headers, target }
        }
        // The manifest of an object needs a content type as well.
        if (call.method === 'create_object_by_manifestation') {
          return { ...request, headers: { 'content-type': 'application/octet-stream', ...request.headers } }
        }
        // The last position is one less than the length.
        if (call.method === 'truncate_object' && request.method === 'POST') {
          const length = Number(call.arguments['upto_bytes'])
          return {
            ...request,
            headers: { ...request.headers, 'content-range': `bytes 0-${Math.max(0, length - 1)}/*` },
          }
        }
        // With a fraction the server would delete the container.
        if (call.method === 'purge_container')
          return { ...request, target: request.target.replace(/until=[\d.]+/, 'until=NOW') }
        // The reference sends headers of the answer back, and so deletes all other metadata of the older class.
        if (call.class === 'StorageClient' && call.method === 'del_account_meta') {
          return {
            ...request,
            target: `${request.target}?update`,
            headers: { [`x-account-meta-${String(call.arguments['metakey']).toLowerCase()}`]: '' },
          }
        }
        // Other metadata are kept.
        if (call.class === 'StorageClient' && call.method === 'del_object_meta') {
          return { ...request, target: `${request.target}?update` }
        }
        return request
      })
      .filter(
        (request) =>
          !(call.class === 'StorageClient' && call.method === 'del_account_meta' && request.method === 'HEAD'),
      )
  },

  /** What this client sends besides, taken away. */
  received(call: Call, received: readonly ReferenceRequest[]): ReferenceRequest[] {
    return received.map((request) => {
      // Blocks are fetched on the condition that the object has not changed.
      if (/^(?:download|stream)/.test(call.method) && request.headers['range'] !== undefined)
        return without(request, 'if-match')
      // The account of the source is named, so that objects of other accounts can be cut too.
      if (call.method === 'truncate_object') return without(request, 'x-source-account')
      if (call.method === 'purge_container')
        return { ...request, target: request.target.replace(/until=\d+$/, 'until=NOW') }
      return request
    })
  },

  /** The bytes that a download into memory answers; `undefined` for other calls and for parts. */
  content(call: Call, exchanges: ReferenceCall['exchanges']): Buffer | undefined {
    // The reference leaves repeated blocks out and fails for empty objects: this puts the recorded blocks in their places.
    if (call.method !== 'download_to_string' || call.arguments['range_str'] !== undefined) return undefined
    const map = exchanges.find(({ request }) => isHashmap(request))?.response.body
    if (map === undefined || map === null) return undefined
    const { bytes, hashes, block_size } = JSON.parse(bodyBytes(map).toString())
    const blocks = new Map<string, Buffer>()
    for (const { request, response } of exchanges) {
      const first = /^bytes=(\d+)-/.exec(request.headers['range'] ?? '')?.[1]
      if (first !== undefined) blocks.set(hashes[Number(first) / block_size], bodyBytes(response.body))
    }
    return bytes === 0
      ? Buffer.alloc(0)
      : Buffer.concat(hashes.map((hash: string) => blocks.get(hash) ?? Buffer.alloc(0)))
  },

  /** Whether a recorded request may be missing: one that brings what is there already. */
  isNeedless(call: Call, request: ReferenceRequest): boolean {
    return (
      call.method === 'download_object' && call.arguments['resume'] === true && request.headers['range'] !== undefined
    )
  },

  /** What is thrown; `undefined` when nothing is. */
  raised(call: Call, result: ReferenceResult, exchanges: ReferenceCall['exchanges']): { status?: number } | undefined {
    const last = exchanges.at(-1)?.response.status
    // An existing container is no error.
    if (call.class === 'StorageClient' && call.method === 'create_container' && result.raised?.status === 202)
      return undefined
    // What has not changed, or whose condition does not hold, is told as an error of its own.
    if (last === 304 || last === 412) return { status: last }
    // Empty objects and equal blocks are nothing special.
    if (/^(?:download|stream)/.test(call.method) && exchanges.every(({ response }) => response.status < 300))
      return undefined
    if (result.raised === undefined) return undefined
    const { status } = result.raised
    return status ? { status } : {}
  },

  /** What is written into files; `undefined` where the reference writes something wrong. */
  written(call: Call, result: ReferenceResult): Record<string, RecordedBody> | undefined {
    // The reference writes parts of blocks at the beginning of their block.
    return call.arguments['range_str'] === undefined ? result.written : undefined
  },
}
