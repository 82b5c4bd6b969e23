import type { HttpCallOptions } from '@x/core-errors'
import { requireGiven } from '@x/kamaki-astakos/http'
import type { CycladesClient } from '../../createCycladesClient.js'
import { formatImageLocation } from '../../images/formatImageLocation.js'
import type { ImageLocation } from '../../images/ImageLocation.js'
import type { ImageParams } from '../../images/ImageParams.js'
import { imageHeaders } from '../../images/imageHeaders.js'
import { readImage } from '../../images/readImage.js'
import { splitImageLocation } from '../../images/splitImageLocation.js'
import type { Image } from '../../schemas/Image.js'

/** What {@link register} takes. */
export interface RegisterParameters {
  /** Name of the image. */
  name: string
  /**
   * The file: `pithos://account/container/path`, its parts, or `/container/path` of the user's own account, which is then
   * asked for. Names stand in it as they are, not percent-encoded.
   */
  location: string | ImageLocation | readonly [account: string, container: string, path: string]
  /** What the image is. */
  params?: ImageParams | undefined
  /** For example `{ os: 'debian', users: 'root' }`. Letters, digits, dots and dashes in names; values of at most 256 characters. */
  properties?: Readonly<Record<string, string>> | undefined
}

// The service refuses `size`, and `owner` has no effect: it is the account in the location.
const taken = ['store', 'disk_format', 'container_format', 'checksum', 'is_public']

/**
 * Makes a stored file an image, or updates the image of that file.
 *
 * Sent once: a second attempt could do the work twice.
 *
 * @param client - A client from {@link createCycladesClient}.
 * @param parameters - Which file, and what image it is.
 * @param options - Per-call `signal`, `timeoutMs`, `requestId`, `headers`.
 * @throws {ConfigurationError} for a location or a property's name that can't be used.
 * @throws {SynnefoApiError} when the service refuses: 404 for a file that is not there, 403 for one that is not readable.
 * @throws {ProtocolError} when the answer describes no image.
 * @see Synnefo 0.21, image API 1.0 (Plankton), `POST /images/`
 * @example
 * const { id } = await register(client, { name: 'Debian', location: '/images/debian.diskdump' })
 */
export async function register(
  client: CycladesClient,
  parameters: RegisterParameters,
  options: HttpCallOptions = {},
): Promise<Image> {
  const { params = {}, properties } = parameters
  const name = requireGiven('name', parameters.name)
  const fields: Record<string, string> = {}
  for (const [key, value] of Object.entries(params)) {
    const field = key.replaceAll('-', '_')
    const isFalse = !value || (field === 'is_public' && String(value).toLowerCase() === 'false')
    if (taken.includes(field) && !isFalse) fields[field] = field === 'is_public' ? 'True' : String(value)
  }
  // What can't be sent is told before the account is asked for.
  const described = imageHeaders({ ...fields, name }, properties)
  const headers = { ...described, ...imageHeaders({ location: await locationOf(client, parameters, options) }) }
  return client.session.request({
    ...options,
    operation: 'register',
    service: 'image',
    method: 'POST',
    path: ['images', { slashes: '' }],
    headers: { ...options.headers, ...headers },
    success: [200],
    idempotent: false,
    read: readImage,
  })
}

async function locationOf(
  client: CycladesClient,
  parameters: RegisterParameters,
  options: HttpCallOptions,
): Promise<string> {
  const location = requireGiven('location', parameters.location)
  if (typeof location !== 'string') {
    const [account = '', container = '', path = ''] = Array.isArray(location) ? location : []
    return formatImageLocation(Array.isArray(location) ? { account, container, path } : (location as ImageLocation))
  }
  const isShort = location.startsWith('/')
  const account = isShort ? (await client.session.user(options)).id : undefined
  return formatImageLocation(splitImageLocation(location, account))
}
