import { ConfigurationError } from '@x/core-errors'
import { encodeComponent } from '@x/kamaki-astakos/http'
import type { ImageLocation } from './ImageLocation.js'

/**
 * Writes the location of an image, each segment percent-encoded.
 *
 * @throws {ConfigurationError} when a part is missing, or account or container hold a slash.
 * @example
 * formatImageLocation({ account, container: 'images', path: 'debian.diskdump' })
 */
export function formatImageLocation({ account, container, path }: ImageLocation): string {
  for (const [name, value] of Object.entries({ account, container, path })) {
    const isBad = typeof value !== 'string' || value === '' || (name !== 'path' && value.includes('/'))
    if (isBad) throw new ConfigurationError(`«${value}» can't be the ${name} of an image's location`, { path: name })
  }
  return `pithos://${[account, container, ...path.split('/')].map(encodeComponent).join('/')}`
}
