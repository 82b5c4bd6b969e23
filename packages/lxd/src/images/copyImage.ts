import { ConfigurationError } from '@x/core-errors'
import { imageGet } from '../actions/imageGet.js'
import { serverGet } from '../actions/serverGet.js'
import { isLxdApiError } from '../errors/LxdApiError.js'
import { isLxdOperationError } from '../errors/LxdOperationError.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { addAliases } from './addAliases.js'
import { type CreatedImageSettings, createdImage } from './createdImage.js'
import { createImageSecret } from './createImageSecret.js'
import { exportImage, type ImageExport } from './exportImage.js'
import { uploadImage } from './uploadImage.js'

/** How an image is copied to another server. */
export interface CopyImageSettings extends CreatedImageSettings {
  /**
   * `pull`: the other server downloads it, from a server that must listen on HTTPS. `relay`: this program downloads and
   * uploads it. @default pull
   */
  mode?: 'pull' | 'relay' | undefined
  /** Its project there. @default that of the client it is sent to */
  newProject?: string | undefined
}

/**
 * Copies an image to another server. One that has it keeps it as it is.
 *
 * @returns Its fingerprint.
 * @throws {LxdOperationError} when the copying fails, at every address of the server.
 */
export async function copyImage(
  client: LxdClient,
  target: LxdClient,
  image: { fingerprint: string; project?: string | undefined },
  settings: CopyImageSettings = {},
  options: LxdWaitOptions = {},
): Promise<string> {
  const { mode = 'pull', newProject, aliases = [], ...wanted } = settings
  const { signal, timeoutMs } = options
  const { type, public: isPublic } = await imageGet(client, image, { signal, timeoutMs })
  const imageType = type === 'virtual-machine' ? type : 'container'
  const destination = { project: newProject }
  const created =
    mode === 'relay'
      ? await relay(client, target, { ...image, imageType }, { ...wanted, ...destination }, options)
      : await pull(client, target, { ...image, isPublic }, { ...wanted, ...destination }, options)
  await addAliases(target, created.fingerprint, aliases, destination, { signal, timeoutMs })
  return created.fingerprint
}

type Wanted = Omit<CreatedImageSettings, 'aliases'> & { project: string | undefined }

async function relay(
  client: LxdClient,
  target: LxdClient,
  {
    imageType,
    ...image
  }: {
    fingerprint: string
    project?: string | undefined
    imageType: 'container' | 'virtual-machine'
  },
  { autoUpdate: _, ...parameters }: Wanted,
  options: LxdWaitOptions,
) {
  const { parts, isSplit } = await exportImage(client, image, { signal: options.signal, timeoutMs: options.timeoutMs })
  const expected = { ...parameters, fingerprint: image.fingerprint }
  try {
    const first = await parts.next()
    if (first.done) throw new ConfigurationError('the image has no files', { path: 'fingerprint' })
    if (!isSplit) return await uploadImage(target, first.value.stream, expected, options)
    const split = { metadata: first.value.stream, rootfs: following(parts), type: imageType }
    return await uploadImage(target, split, expected, options)
  } finally {
    await parts.return()
  }
}

// The second file comes after the first in the same answer.
async function* following(parts: ImageExport['parts']): AsyncGenerator<Uint8Array, void> {
  const next = await parts.next()
  if (!next.done) yield* next.value.stream
}

async function pull(
  client: LxdClient,
  target: LxdClient,
  { isPublic, ...image }: { fingerprint: string; project?: string | undefined; isPublic: boolean },
  { project, ...wanted }: Wanted,
  options: LxdWaitOptions,
) {
  const { signal, timeoutMs } = options
  const { environment } = await serverGet(client, {}, { signal, timeoutMs })
  const { addresses, certificate } = environment
  let failure: unknown = new ConfigurationError('the server of the image must listen on HTTPS, or use relay', {
    operation: 'copyImage',
  })
  for (const address of addresses) {
    const secret = isPublic ? undefined : await createImageSecret(client, image, { signal, timeoutMs })
    const source = {
      type: 'image',
      mode: 'pull',
      protocol: 'lxd',
      server: `https://${address}`,
      certificate,
      fingerprint: image.fingerprint,
      secret: secret?.secret,
      project: image.project ?? client.config.project,
    }
    const { autoUpdate, properties, public: makePublic } = wanted
    const definition = { source, project, auto_update: autoUpdate, properties, public: makePublic }
    try {
      return await createdImage(target, definition, 'use', options)
    } catch (error) {
      if (!isLxdOperationError(error) && !isLxdApiError(error)) throw error
      failure = error
    } finally {
      // It is gone when it was used, which is what is wanted.
      await secret?.cancel().catch(() => {})
    }
  }
  throw failure
}
