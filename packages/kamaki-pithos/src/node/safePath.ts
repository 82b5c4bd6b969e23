import { isAbsolute, join, sep } from 'node:path'

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * The local path of an object's name below a directory, or why there is none: a name must not lead out of the directory,
 * nor mean something else to the system than it says.
 */
export function safePath(
  directory: string,
  name: string,
  separator: string = sep,
): { path: string } | { reason: string } {
  const segments = name.split('/')
  if (segments.some((segment) => segment === '')) return { reason: 'a part of its name is empty' }
  if (segments.some((segment) => segment === '.' || segment === '..')) return { reason: 'its name leads elsewhere' }
  if (name.includes('\0')) return { reason: 'its name has a zero character' }
  if (separator === '\\') {
    const isForeign = segments.some((part) => /[\\:*?"<>|]|[. ]$/.test(part) || reserved.test(part))
    if (isForeign) return { reason: 'its name means something else to this system' }
  }
  const path = join(directory, ...segments)
  return isAbsolute(name) ? { reason: 'its name leads elsewhere' } : { path }
}
