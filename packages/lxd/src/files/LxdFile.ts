/** What every file of an instance has. */
export interface LxdFileOwner {
  /** User id of the owner. */
  readonly uid: number
  /** Group id of the owner. */
  readonly gid: number
  /** Permissions: `0o644`. LXD 5.0 leaves set-user-id, set-group-id and sticky bits out. */
  readonly mode: number
  /** When it was changed last; `undefined` when the server does not say. */
  readonly modified: Date | undefined
}

/** A regular file. Read it to the end, or cancel its stream. */
export interface LxdRegularFile extends LxdFileOwner {
  readonly type: 'file'
  /** Length in bytes, where the server tells it. */
  readonly size: number | undefined
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>
  /** Fills a buffer with what comes next, in place of `stream`; answers fewer bytes than fit only at the end. */
  readonly readInto: (buffer: Uint8Array) => Promise<number>
}

/** A directory. */
export interface LxdDirectory extends LxdFileOwner {
  readonly type: 'directory'
  /** Names of what is in it, sorted. */
  readonly entries: readonly string[]
}

/** A symbolic link. */
export interface LxdSymlink extends LxdFileOwner {
  readonly type: 'symlink'
  /** Where it leads; servers make it absolute. */
  readonly target: string
}

/** A file, directory or link of an instance. */
export type LxdFile = LxdRegularFile | LxdDirectory | LxdSymlink

/** What is known of a file without reading it. */
export interface LxdFileStat extends LxdFileOwner {
  readonly type: LxdFile['type']
}
