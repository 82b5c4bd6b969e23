import type { Pithos } from '../../src/Pithos.js'
import type { RandomAccessTarget } from '../../src/transfer/DownloadTarget.js'
import { bodyBytes } from './bodyBytes.js'
import type { RecordedBody } from './Recorded.js'
import type { ReferenceCall } from './ReferenceCase.js'

/** What a call gave back, and what it wrote into the files it was given. */
export interface Outcome {
  value: unknown
  written: Record<string, Buffer>
}

// Methods of the older class that mean something else than those of the newer one.
const olderNames: Record<string, string> = { upload_object: 'upload_object_unchunked' }

// Arguments that are made of the client's own settings, or that have no meaning here.
const dropped = new Set(['success', 'headers', 'format', 'container_info_cache', 'remote_block_info', 'hashmap_cb'])

/** Calls what the reference client calls `method`. */
export async function callReference(
  pithos: Pithos,
  call: Pick<ReferenceCall, 'class' | 'method' | 'arguments'>,
): Promise<Outcome> {
  const written: Record<string, Buffer> = {}
  const method = call.class === 'StorageClient' ? (olderNames[call.method] ?? call.method) : call.method
  const isTransfer = /^(?:upload|download|stream)/.test(method) && method !== 'upload_object_unchunked'
  const parameters: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(call.arguments)) {
    if (value === null || value === '$progress' || dropped.has(name)) continue
    if (isTransfer && ['size', 'etag', 'hashmap'].includes(name)) continue
    if (name === 'resume') continue
    parameters[nameOf(name, method)] = convert(name, value, method, call.arguments, written)
  }
  if (parameters['dstObject'] === false) delete parameters['dstObject']
  const action = pithos[camelCase(method) as keyof Pithos] as (parameters: unknown, options: unknown) => unknown
  if (typeof action !== 'function') throw new Error(`there is no ${camelCase(method)}`)
  const options = isTransfer ? { retry: { attempts: 8, delayMs: () => 0 } } : {}
  const answer = action(parameters, options)
  const isListing = typeof answer === 'object' && answer !== null && 'pages' in answer
  return {
    value: isListing
      ? await firstPage(answer as AsyncIterable<unknown> & { pages(): AsyncIterable<unknown> })
      : await answer,
    written,
  }
}

async function firstPage(listing: { pages(): AsyncIterable<unknown> }): Promise<unknown> {
  for await (const page of listing.pages()) return page
  return []
}

const camelCase = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

function nameOf(name: string, method: string): string {
  if (name === 'object') return 'obj'
  if (name === 'range_str') return 'range'
  if (name === 'withHashFile') return name
  if (name === 'buffer_blocks') return 'unused'
  if (method === 'delete_container' || method === 'create_container') return camelCase(name)
  return camelCase(name)
}

function convert(
  name: string,
  value: unknown,
  method: string,
  all: Record<string, unknown>,
  written: Record<string, Buffer>,
): unknown {
  if (name === 'until' && /^\d+$/.test(String(value))) return Number(value)
  if (name === 'input_str') return typeof value === 'object' ? new Uint8Array(bodyBytes(value as RecordedBody)) : value
  if (typeof value !== 'object' || value === null) return value
  if ('$file' in value) return new Uint8Array(bodyBytes(value.$file as RecordedBody))
  if ('$sink' in value) {
    const content = bodyBytes(value.$sink as RecordedBody | null)
    written[name] = content
    return method === 'stream_down' ? streamSink(name, written) : fileSink(name, written, all['resume'] === true)
  }
  return value
}

function streamSink(name: string, written: Record<string, Buffer>): WritableStream<Uint8Array> {
  return new WritableStream({
    write: (chunk) => {
      written[name] = Buffer.concat([written[name] ?? Buffer.alloc(0), chunk])
    },
  })
}

function fileSink(name: string, written: Record<string, Buffer>, isResumed: boolean): RandomAccessTarget {
  let content = Buffer.from(written[name] ?? '')
  const resize = (size: number) => {
    content = Buffer.concat([content.subarray(0, size), Buffer.alloc(Math.max(0, size - content.length))])
    written[name] = content
  }
  return {
    write: async (position, bytes) => {
      if (content.length < position + bytes.length) resize(position + bytes.length)
      content.set(bytes, position)
      written[name] = content
    },
    truncate: async (size) => resize(size),
    ...(isResumed
      ? {
          size: async () => content.length,
          read: async (position, length) => new Uint8Array(content.subarray(position, position + length)),
        }
      : {}),
  }
}
