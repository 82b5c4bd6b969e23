import { ProtocolError } from '@x/core-errors'
import { imageExportGet } from '../actions/imageExportGet.js'
import { imageExportGetUntrusted } from '../actions/imageExportGetUntrusted.js'
import { builtinCrypto } from '../internal/builtinCrypto.js'
import { createSha256 } from '../internal/createSha256.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdDownload } from '../LxdDownload.js'
import { decodeMultipart } from '../multipart/decodeMultipart.js'

/** One file of an exported image. */
export interface ImagePart {
  /** `image` when there is one file; else `metadata`, then `rootfs` of a container or `rootfs.img` of a virtual machine. */
  readonly name: string
  /** What the server calls the file. */
  readonly filename: string | undefined
  /** Its bytes as they arrive. What is not read of it is thrown away when the next file is asked for. */
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
}

/** An image that is downloaded. */
export interface ImageExport {
  /** Whether it is in two files. */
  readonly isSplit: boolean
  /** Its length in bytes, where the server tells it: not when it is in two files. */
  readonly size: number | undefined
  /**
   * Its files, one after the other; leaving the loop ends the download. The stream of the last one fails at its end when the
   * whole does not have the fingerprint that was asked for, where the runtime can tell (not in browsers).
   */
  readonly parts: AsyncGenerator<ImagePart, void>
}

/**
 * Downloads an image.
 *
 * @throws {LxdApiError} `isLxdNotFound` without the image, or without the right to see it.
 * @see LXD 5.0 REST API, `image_export_get`: `GET /1.0/images/{fingerprint}/export`
 * @example
 * const { parts } = await exportImage(client, { fingerprint })
 * for await (const { name, stream } of parts) await stream.pipeTo(fileNamed(name))
 */
export async function exportImage(
  client: LxdClient,
  parameters: {
    /** An unambiguous beginning is enough. */
    fingerprint: string
    /** From `createSecret`: for callers without a trusted certificate. */
    secret?: string | undefined
    project?: string | undefined
  },
  options: LxdCallOptions = {},
): Promise<ImageExport> {
  const { secret, ...image } = parameters
  const download = await (secret === undefined
    ? imageExportGet(client, image, options)
    : imageExportGetUntrusted(client, parameters, options))
  const type = download.headers.get('content-type') ?? ''
  const isSplit = type.startsWith('multipart/')
  const parts = isSplit ? decodeMultipart(download.stream, type, 'imageExportGet') : whole(download)
  return { isSplit, size: isSplit ? undefined : download.size, parts: checked(parts, image.fingerprint) }
}

async function* whole({ headers, stream }: LxdDownload): AsyncGenerator<ImagePart, void> {
  const [, filename] = /filename="?([^";]+)/.exec(headers.get('content-disposition') ?? '') ?? []
  try {
    yield { name: 'image', filename, stream }
  } finally {
    if (!stream.locked) await stream.cancel()
  }
}

async function* checked(parts: AsyncGenerator<ImagePart, void>, fingerprint: string): AsyncGenerator<ImagePart, void> {
  const hash = builtinCrypto() === undefined ? undefined : createSha256()
  let isWhole = hash !== undefined
  for await (const part of parts) {
    const isLast = part.name !== 'metadata'
    let isRead = false
    const stream = part.stream.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          if (isWhole) hash?.update(chunk)
          controller.enqueue(chunk)
        },
        flush(controller) {
          isRead = true
          if (!isLast || !isWhole) return
          const found = hash?.digest() ?? ''
          if (!found.startsWith(fingerprint.toLowerCase())) controller.error(wrongContent(found, fingerprint))
        },
      }),
    )
    yield { ...part, stream }
    // Without all of the first file nothing can be said about both.
    isWhole &&= isRead
  }
}

const wrongContent = (found: string, wanted: string): ProtocolError =>
  new ProtocolError(`imageExportGet: what arrived has the fingerprint ${found}, not ${wanted}`, {
    operation: 'imageExportGet',
  })
