/** A path from the root, without `.`, `..` and double slashes. */
export function normalizePath(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return `/${parts.join('/')}`
}

/** The directory that a normalized path is in. */
export const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/'
