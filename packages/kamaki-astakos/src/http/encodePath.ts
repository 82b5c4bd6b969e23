import { ConfigurationError } from '@x/core-errors'

/**
 * One part of a path. A text or a number is one segment, whatever it holds. `slashes` is a text whose slashes separate
 * segments and stay as they are, for example the name of an object; empty at the end it makes a trailing slash.
 */
export type PathPart = string | number | { readonly slashes: string }

/**
 * Encodes a path so that no part can leave its place: `/`, `?`, `#` and `%` of a segment are percent-encoded.
 *
 * @throws {ConfigurationError} for an empty segment, and for `.` and `..`, which URL parsers remove even when encoded.
 */
export function encodePath(parts: readonly PathPart[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'object' && part !== null) return part.slashes.split('/').map(encodeSegment).join('/')
      if (part === '' || !(typeof part === 'string' || Number.isInteger(part))) {
        throw new ConfigurationError(`A part of the address is ${part === '' ? 'empty' : String(part)}`, {
          path: 'path',
        })
      }
      return encodeSegment(String(part))
    })
    .join('/')
}

function encodeSegment(text: string): string {
  if (text === '.' || text === '..') {
    throw new ConfigurationError(`«${text}» can't be a segment of an address: URL parsers remove it`, { path: 'path' })
  }
  return encodeComponent(text)
}

/** Percent-encodes a text as UTF-8. @throws {ConfigurationError} when half of a surrogate pair is missing in it. */
export function encodeComponent(text: string): string {
  try {
    return encodeURIComponent(text)
  } catch (cause) {
    throw new ConfigurationError('A text with half a surrogate pair has no UTF-8 form and cannot be sent', { cause })
  }
}
