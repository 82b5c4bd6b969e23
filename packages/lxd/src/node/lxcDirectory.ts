import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from './localSocketPath.js'

/**
 * Where the `lxc` command keeps its remotes and certificates: `LXD_CONF`, else the first that exists of the snap's folder
 * and `~/.config/lxc`.
 */
export function lxcDirectory(environment: Environment = process.env): string {
  const { LXD_CONF: configured, HOME: home = homedir() } = environment
  if (configured) return configured
  const own = join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), 'lxc')
  const candidates = [join(home, 'snap/lxd/common/config'), own]
  return candidates.find((candidate) => existsSync(join(candidate, 'config.yml'))) ?? own
}
