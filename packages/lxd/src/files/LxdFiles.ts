import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import type { LxdFile, LxdFileStat } from './LxdFile.js'
import type { PutTreeSettings, TreeResult, TreeSettings } from './TreeSettings.js'
import type { FoundFile } from './walkTree.js'
import type { FileOwner, WriteFileSettings } from './writeInstanceFile.js'

/** The files of an instance, whether that runs or not. Paths are absolute. */
export interface LxdFiles {
  /** Reads a file (as a stream), directory or link. @throws {LxdApiError} `isLxdNotFound` when there is nothing. */
  get(path: string, options?: LxdCallOptions): Promise<LxdFile>
  /** Type, owner and mode of a file, directory or link. @throws {LxdApiError} `isLxdNotFound` when there is nothing. */
  stat(path: string, options?: LxdCallOptions): Promise<LxdFileStat>
  /** Tells whether it exists. */
  exists(path: string, options?: LxdCallOptions): Promise<boolean>
  /** Writes a file, as it is read from its source. @throws {LxdApiError} `isLxdNotFound` without its directory. */
  put(path: string, body: LxdUploadBody, settings?: WriteFileSettings, options?: LxdCallOptions): Promise<void>
  /** Makes a directory, or leaves the one that exists as it is. */
  mkDir(path: string, owner?: FileOwner, options?: LxdCallOptions): Promise<void>
  /** Makes a symbolic link at `path` that leads to `target`. */
  symlink(path: string, target: string, options?: LxdCallOptions): Promise<void>
  /** Deletes a file, link or directory; `recursive` with what is in it. */
  delete(path: string, settings?: { recursive?: boolean | undefined }, options?: LxdCallOptions): Promise<void>
  /** Whether the server can delete files. */
  deleteAvailable(options?: LxdCallOptions): Promise<boolean>
  /** Everything at and below a path; see `walkInstanceFiles`. */
  walk(path: string, options?: LxdCallOptions): AsyncGenerator<FoundFile<LxdFile>, void>
  /**
   * Copies a local directory (or file) with all that is in it to `path`, with its modes; links are not followed. Needs Node,
   * Bun or Deno.
   *
   * @param settings - `mode` replaces that of the files, `uid` and `gid` are those of everything. @default as they are, 0, 0
   */
  recursivePut(
    localPath: string,
    path: string,
    settings?: PutTreeSettings,
    options?: LxdCallOptions,
  ): Promise<TreeResult>
  /**
   * Copies a directory (or file) of the instance with all that is in it to a local path, with its modes. Files that exist
   * there are written over, links there are not followed. Needs Node, Bun or Deno.
   *
   * @throws {ProtocolError} when the server names something that would lie outside.
   */
  recursiveGet(path: string, localPath: string, settings?: TreeSettings, options?: LxdCallOptions): Promise<TreeResult>
}
