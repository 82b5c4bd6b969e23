import { ProtocolError, parseJson } from '@x/core-errors'
import { instanceFilesGet } from '../actions/instanceFilesGet.js'
import { readText } from '../internal/readText.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { checkPath } from './checkPath.js'
import type { FilePlace } from './FilePlace.js'
import { fileStatOf } from './fileStatOf.js'
import type { LxdFile } from './LxdFile.js'

/**
 * Reads a file, directory or link of an instance. Which of them it is the server tells apart from its content: a file that
 * holds JSON is a file.
 *
 * @throws {LxdApiError} `isLxdNotFound` when there is nothing at that path.
 * @see LXD 5.0 REST API, `instance_files_get`: `GET /1.0/instances/{instanceName}/files`
 * @example
 * const file = await readInstanceFile(client, { instanceName: 'c1', path: '/etc/hostname' })
 * if (file.type === 'file') console.log(await new Response(file.stream).text())
 */
export async function readInstanceFile(
  client: LxdClient,
  parameters: FilePlace,
  options: LxdCallOptions = {},
): Promise<LxdFile> {
  const operation = 'instanceFilesGet'
  checkPath(parameters.path, operation)
  const { headers, size, stream, readInto } = await instanceFilesGet(client, parameters, options)
  const { type, ...owner } = await fileStat(headers, stream, operation)
  if (type === 'file') return { type, ...owner, size, stream, readInto }
  const text = await readText(stream, client.config.maxResponseBytes, operation)
  return type === 'symlink' ? { type, ...owner, target: text } : { type, ...owner, entries: entriesOf(text, operation) }
}

// A stream that nobody gets must not keep its connection.
async function fileStat(headers: Headers, stream: ReadableStream, operation: string) {
  try {
    return fileStatOf(headers, operation)
  } catch (error) {
    await stream.cancel(error)
    throw error
  }
}

function entriesOf(text: string, operation: string): string[] {
  try {
    const { metadata } = parseJson(text) as { metadata: unknown }
    const entries = metadata ?? []
    if (Array.isArray(entries) && entries.every((entry) => typeof entry === 'string')) return entries.sort()
  } catch {
    // Told below, like a list that is none.
  }
  const start = text.slice(0, 120)
  throw new ProtocolError(`${operation}: «${start}» is no list of a directory`, { operation, path: 'metadata' })
}
