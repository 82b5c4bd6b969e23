import { ConfigurationError, ProtocolError } from '@x/core-errors'
import { builtinCrypto } from '../internal/builtinCrypto.js'
import { createSha256 } from '../internal/createSha256.js'
import { tapBytes } from '../internal/tapBytes.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import { encodeMultipart } from '../multipart/encodeMultipart.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { createdImage } from './createdImage.js'

/** An image in two files. */
export interface SplitImage {
  /** Tarball with `metadata.yaml` and the templates. */
  readonly metadata: LxdUploadBody
  /** Squashfs or tarball of a container, disk of a virtual machine. */
  readonly rootfs: LxdUploadBody
  /** @default container */
  readonly type?: 'container' | 'virtual-machine' | undefined
}

/** How an image is uploaded. */
export interface UploadImageParameters {
  /** Names for it, given when it is there. They must be free. @default none */
  aliases?: readonly { name: string; description?: string | undefined }[] | undefined
  /** Whether everybody may see and download it. @default false */
  public?: boolean | undefined
  /** In place of what the image says of itself. */
  properties?: Record<string, string> | undefined
  /** The name of its file, in printable ASCII. */
  filename?: string | undefined
  /** SHA-256 that the bytes must have, in hexadecimal digits: of the file, or of both files one after the other. */
  fingerprint?: string | undefined
  /** Profiles for instances that are made of it. @default the default profile */
  profiles?: readonly string[] | undefined
  /** What to do when the server has an image with the same content: use it as it is, or fail. @default use */
  ifExists?: 'use' | 'throw' | undefined
}

/**
 * Uploads an image as it is read, and waits until the server has taken it in.
 *
 * @returns Its fingerprint, and whether the server had it before.
 * @throws {LxdOperationError} when the server can't use it, or it has another fingerprint than expected.
 * @throws {ProtocolError} when the server got other bytes than were sent.
 * @see LXD 5.0 REST API, `images_post`: `POST /1.0/images`
 * @example
 * const { fingerprint } = await uploadImage(client, createReadStream('image.tar.gz'), { public: true })
 */
export async function uploadImage(
  client: LxdClient,
  image: LxdUploadBody | SplitImage,
  parameters: Omit<UploadImageParameters, 'aliases'> & { project?: string | undefined } = {},
  options: LxdWaitOptions = {},
): Promise<{ fingerprint: string; existed: boolean }> {
  const { properties, filename, fingerprint, profiles, ifExists = 'use', project } = parameters
  if (filename !== undefined && !/^[\x20-\x7e]+$/.test(filename)) {
    throw new ConfigurationError('filename must be printable ASCII', { path: 'parameters.filename' })
  }
  // Browsers can't hash what flows by; the server does either way.
  const hash = builtinCrypto() === undefined ? undefined : createSha256()
  const hashed = (body: LxdUploadBody) => tapBytes(body, (chunk) => hash?.update(chunk))
  const definition = {
    rawImage: isSplit(image) ? splitBody(image, hashed) : hashed(image),
    imagePublic: parameters.public === undefined ? undefined : String(parameters.public),
    imageProperties: queryOf(properties),
    imageProfiles:
      profiles === undefined ? undefined : new URLSearchParams(profiles.map((name) => ['profile', name])).toString(),
    expectedFingerprint: fingerprint?.toLowerCase(),
    filename,
    project,
  }
  const created = await createdImage(client, definition, ifExists, options)
  const sent = hash?.digest()
  if (sent === undefined || sent === created.fingerprint) return created
  const text = `imagesPost: the image has the fingerprint ${created.fingerprint}, but what was sent has ${sent}`
  throw new ProtocolError(text, { operation: 'imagesPost', path: 'metadata.fingerprint' })
}

const isSplit = (image: LxdUploadBody | SplitImage): image is SplitImage =>
  typeof image === 'object' && 'metadata' in image && 'rootfs' in image

// The server wants the metadata first, and learns what it is for from the name of the second part.
const splitBody = ({ metadata, rootfs, type }: SplitImage, hashed: (body: LxdUploadBody) => LxdUploadBody) =>
  encodeMultipart([
    { name: 'metadata', body: hashed(metadata) },
    { name: type === 'virtual-machine' ? 'rootfs.img' : 'rootfs', body: hashed(rootfs) },
  ])

const queryOf = (properties: Record<string, string> | undefined): string | undefined =>
  properties === undefined ? undefined : new URLSearchParams(properties).toString()
