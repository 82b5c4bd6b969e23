import { decodeText } from './decodeText.js'
import type { ImageLocation } from './ImageLocation.js'
import { splitImageLocation } from './splitImageLocation.js'

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
  const parts = splitImageLocation(location, account)
  return {
    account: decodeText(parts.account),
    container: decodeText(parts.container),
    path: decodeText(parts.path),
  }
}
