import { encodeComponent } from '@x/kamaki-astakos/http'

/**
 * Percent-encodes only what a header can't carry or the server would decode: `%` and all but printable ASCII. Everything
 * else stays readable: `attachment; filename="ü.txt"` becomes `attachment; filename="%C3%BC.txt"`.
 *
 * @throws {ConfigurationError} when half of a surrogate pair is missing in it.
 */
export function escapeHeader(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]+|%/g, encodeComponent)
}
