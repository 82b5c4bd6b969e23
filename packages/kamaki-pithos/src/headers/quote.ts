import { encodeComponent } from '@x/kamaki-astakos/http'

/**
 * Percent-encodes a text for a header that the server decodes, slashes kept: `a b/ü` becomes `a%20b/%C3%BC`.
 *
 * @throws {ConfigurationError} when half of a surrogate pair is missing in it.
 */
export function quote(text: string): string {
  return encodeComponent(text)
    .replaceAll('%2F', '/')
    .replaceAll(/[!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
