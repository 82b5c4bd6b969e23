import { FileAccessError } from './FileAccessError.js'

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left on the disk',
  EDQUOT: "the user's disk quota is used up",
  EFBIG: 'the file would become larger than the system allows',
  EACCES: 'there is no permission',
  EPERM: 'it is not permitted',
  EROFS: 'the file system is read-only',
  ENOENT: 'it does not exist',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is not a directory',
  ELOOP: 'it is a symbolic link',
}

/** Does something with a file; what the system refuses becomes a {@link FileAccessError} that says what and why. */
export async function onFile<T>(what: string, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    const { code } = cause as { code?: unknown }
    if (!(cause instanceof Error) || typeof code !== 'string') throw cause
    throw new FileAccessError(`${path} can't be ${what}: ${reasons[code] ?? cause.message}`, { path, code, cause })
  }
}
