import { ConfigurationError } from '@x/core-errors'
import type { ImageLocation } from './ImageLocation.js'

/**
 * Takes the location of an image apart, and decodes nothing.
 *
 * @param account - Uuid of the account of the short form, `/<container>/<path>`.
 * @throws {ConfigurationError} when it is neither form, or lacks a part.
 */
export function splitImageLocation(location: string, account?: string): ImageLocation {
  const whole = /^pithos:\/\/([^/]+)\/([^/]+)\/(.+)$/s.exec(location)
  const short = /^\/()([^/]+)\/(.+)$/s.exec(location)
  const [, given = '', container = '', path = ''] = whole ?? short ?? []
  const owner = whole === null ? (account ?? '') : given
  if (owner !== '' && container !== '') return { account: owner, container, path }
  const hint = short !== null ? ': the short form needs the account' : ''
  throw new ConfigurationError(`«${location}» is not like pithos://account/container/path${hint}`, { path: 'location' })
}
