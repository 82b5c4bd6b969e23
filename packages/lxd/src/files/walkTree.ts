import { ProtocolError } from '@x/core-errors'

/** Something found below a directory of an instance. */
export interface FoundFile<File> {
  /** Its absolute path in the instance. */
  readonly path: string
  /** Its path from where the walk began, without a slash in front; empty for the beginning itself. */
  readonly relativePath: string
  readonly file: File
}

/**
 * Everything at and below a path: a directory before what is in it, in the order of its entries.
 *
 * @param read - Tells what is at a path; what has `entries` is entered.
 * @throws {ProtocolError} for a name that would lead out of its directory.
 */
export async function* walkTree<File extends { readonly type: string; readonly entries?: readonly string[] }>(
  root: string,
  read: (path: string) => Promise<File>,
): AsyncGenerator<FoundFile<File>, void> {
  const waiting = ['']
  const base = root.replace(/\/+$/, '')
  for (let relativePath = waiting.pop(); relativePath !== undefined; relativePath = waiting.pop()) {
    const path = relativePath === '' ? root : `${base}/${relativePath}`
    const file = await read(path)
    const directory = relativePath === '' ? '' : `${relativePath}/`
    for (const name of (file.entries ?? []).toReversed()) waiting.push(directory + safeName(name))
    yield { path, relativePath, file }
  }
}

// A server that lies could make a client write anywhere with such a name.
function safeName(name: string): string {
  if (name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name)) return name
  const text = `instanceFilesGet: the name ${JSON.stringify(name)} in a directory would lead out of it`
  throw new ProtocolError(text, { operation: 'instanceFilesGet', path: 'metadata' })
}
