import { ConfigurationError } from '@x/core-errors'
import type { ImageLocation } from './ImageLocation.js'

/**
 * Reads the location of an image: `pithos://<account>/<container>/<path>`, or `/<container>/<path>` of an account that is
 * known otherwise. What is percent-encoded is decoded.
 *
 * @param location - As an image names it.
 * @param account - Uuid of the account of the short form.
 * @throws {ConfigurationError} when it is neither, or lacks a part.
 * @example
 * const { container, path } = parseImageLocation('pithos://5f0c2d7e-91aa-4c1b-8a52-0d2f6e1b7c34/images/debian.diskdump')
 */
export function parseImageLocation(location: string, account?: string): ImageLocation {
  const whole = /^pithos:\/\/([^/]+)\/([^/]+)\/(.+)$/s.exec(location)
  const short = /^\/()([^/]+)\/(.+)$/s.exec(location)
  const [, given = '', container = '', path = ''] = whole ?? short ?? []
  const owner = whole === null ? (account ?? '') : decoded(given)
  if (owner !== '' && container !== '') return { account: owner, container: decoded(container), path: decoded(path) }
  const hint = short !== null ? ': the short form needs the account' : ''
  throw new ConfigurationError(`«${location}» is not like pithos://account/container/path${hint}`, { path: 'location' })
}

// A name with a percent sign that encodes nothing was never encoded.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
