import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from './localSocketPath.js'

/**
 * The unix socket of a local Incus: `INCUS_SOCKET`, `INCUS_DIR`, `/run/incus/unix.socket` if it exists,
 * `/var/lib/incus/unix.socket`. Known from Incus' public documentation, not observed.
 */
export function localIncusSocketPath(environment: Environment = process.env): string {
  const { INCUS_SOCKET: socket, INCUS_DIR: directory } = environment
  if (socket) return socket
  if (directory) return join(directory, 'unix.socket')
  const run = '/run/incus/unix.socket'
  return existsSync(run) ? run : '/var/lib/incus/unix.socket'
}
