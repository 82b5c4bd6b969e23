/** A file, directory or symbolic link in a volume or an instance. */
export interface FakeFile {
  readonly type: 'file' | 'directory' | 'symlink'
  uid: number
  gid: number
  /** Permission bits. */
  mode: number
  /** Milliseconds since 1970. */
  modifiedAt: number
  /** The bytes of a file, the target of a link; empty for a directory. */
  content: Uint8Array<ArrayBuffer>
}
