import { ConfigurationError } from '@x/core-errors'
import type { ControllerAddress } from './ControllerAddress.js'
import { controllerUriList } from './controllerUriList.js'
import { parseControllerUri } from './parseControllerUri.js'

/** Reads one or several controllers, in their order. @throws {ConfigurationError} when one can't be read or none is named. */
export function parseControllers(uri: string | readonly string[]): readonly ControllerAddress[] {
  const list = typeof uri === 'string' ? [uri] : uri
  if (!Array.isArray(list) || !list.every((item) => typeof item === 'string')) {
    throw new ConfigurationError('controller URI: must be a text or a list of texts', { path: 'uri' })
  }
  const addresses = list.flatMap(controllerUriList).map(parseControllerUri)
  if (addresses.length === 0) throw new ConfigurationError('controller URI: no controller is named', { path: 'uri' })
  return Object.freeze(addresses)
}
