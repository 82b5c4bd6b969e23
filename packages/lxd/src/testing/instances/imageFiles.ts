import type { Clock } from '@x/core-errors'
import type { FakeFile } from '../state/FakeFile.js'

const directories = ['/', '/bin', '/dev', '/etc', '/proc', '/root', '/run', '/sbin', '/sys', '/tmp', '/var']

/** The files of the image: the usual directories, and a program that is none. */
export function imageFiles(clock: Clock): Map<string, FakeFile> {
  const modifiedAt = clock.now()
  const directory = (): FakeFile => ({
    type: 'directory',
    uid: 0,
    gid: 0,
    mode: 0o755,
    modifiedAt,
    content: new Uint8Array(),
  })
  const files = new Map(directories.map((path) => [path, directory()]))
  files.set('/bin/busybox', { ...directory(), type: 'file', content: new TextEncoder().encode('a program\n') })
  files.set('/bin/sh', { ...directory(), type: 'symlink', mode: 0o777, content: new TextEncoder().encode('busybox') })
  return files
}
