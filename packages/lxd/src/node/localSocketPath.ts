import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'

/** Where environment variables are looked up: `process.env`, or a part of it. */
export type Environment = Readonly<Record<string, string | undefined>>

const snap = '/var/snap/lxd/common/lxd/unix.socket'

/**
 * The unix socket of the local server, where the official tools look for it: `LXD_SOCKET`, `LXD_DIR`, the snap's if it can
 * be written to, `/var/lib/lxd/unix.socket`. Whether a server answers there is not tried.
 */
export function localSocketPath(environment: Environment = process.env): string {
  const { LXD_SOCKET: socket, LXD_DIR: directory } = environment
  if (socket) return socket
  if (directory) return join(directory, 'unix.socket')
  return isWritable(snap) ? snap : '/var/lib/lxd/unix.socket'
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false // not there, or not for us
  }
}
