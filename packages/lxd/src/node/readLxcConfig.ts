import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigurationError } from '@x/core-errors'
import * as z from 'zod/mini'
import { map } from '../internal/schema/map.js'
import { maybe } from '../internal/schema/maybe.js'
import type { LxcConfig, LxcRemote } from './LxcConfig.js'
import { lxcDirectory } from './lxcDirectory.js'

const file = z.looseObject({
  'default-remote': maybe(z.string()),
  remotes: map(
    z.looseObject({
      addr: maybe(z.string()),
      protocol: maybe(z.string()),
      auth_type: maybe(z.string()),
      project: maybe(z.string()),
      public: maybe(z.boolean()),
    }),
  ),
})

const local: LxcRemote = {
  addr: 'unix://',
  protocol: 'lxd',
  authType: 'file access',
  project: undefined,
  isPublic: false,
}

/**
 * Reads the remotes of the `lxc` command. Without its file there is one: `local`.
 *
 * @param directory - The folder of `config.yml`. @default lxcDirectory()
 * @throws {ConfigurationError} when the file can't be read or understood.
 */
export async function readLxcConfig(directory: string = lxcDirectory()): Promise<LxcConfig> {
  const path = join(directory, 'config.yml')
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return ''
    throw new ConfigurationError(`${path} can't be read: ${cause.message}`, { path, cause })
  })
  const { parse } = await import('yaml')
  try {
    const { 'default-remote': defaultRemote = 'local', remotes } = z.parse(file, parse(text) ?? {})
    const read = Object.entries(remotes).map(([name, remote]): [string, LxcRemote] => [
      name,
      {
        addr: remote.addr ?? '',
        protocol: remote.protocol ?? 'lxd',
        authType: remote.auth_type ?? '',
        project: remote.project,
        isPublic: remote.public ?? false,
      },
    ])
    return { directory, defaultRemote, remotes: { local, ...Object.fromEntries(read) } }
  } catch (cause) {
    throw new ConfigurationError(`${path} is no configuration of lxc`, { path, cause })
  }
}
