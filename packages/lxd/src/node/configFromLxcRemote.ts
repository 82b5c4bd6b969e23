import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ConfigurationError, Secret } from '@x/core-errors'
import type { CreateLxdClientParameters } from '../createLxdClient.js'
import { type Environment, localSocketPath } from './localSocketPath.js'
import { lxcDirectory } from './lxcDirectory.js'
import { readLxcConfig } from './readLxcConfig.js'

/** Where the remote is looked up. */
export interface LxcRemoteOptions {
  /** The folder of `config.yml`, `client.crt`, `client.key` and `servercerts`. @default lxcDirectory(environment) */
  directory?: string | undefined
  /** @default process.env */
  environment?: Environment | undefined
}

/**
 * Parameters for a server that the `lxc` command knows: its address, the certificate of `lxc`, and the server's certificate
 * that `lxc` has pinned.
 *
 * @param name - The name of the remote. @default the default remote
 * @throws {ConfigurationError} when there is none of that name, or it only has images.
 * @example
 * await using lxd = createLxd(await configFromLxcRemote('production'))
 */
export async function configFromLxcRemote(
  name?: string,
  options: LxcRemoteOptions = {},
): Promise<CreateLxdClientParameters> {
  const { environment = process.env, directory = lxcDirectory(environment) } = options
  const { defaultRemote, remotes } = await readLxcConfig(directory)
  const wanted = name ?? defaultRemote
  const remote = remotes[wanted]
  if (remote === undefined) {
    const known = Object.keys(remotes).join(', ')
    throw new ConfigurationError(`lxc knows no remote named ${wanted}, only ${known}`, { path: `remotes.${wanted}` })
  }
  const { addr, protocol, project } = remote
  if (protocol === 'simplestreams') {
    const text = `the remote ${wanted} is a server of images (simplestreams), not an LXD`
    throw new ConfigurationError(text, { path: `remotes.${wanted}.protocol` })
  }
  if (addr.startsWith('unix:')) {
    return { socketPath: addr.replace(/^unix:(?:\/\/)?/, '') || localSocketPath(environment), project }
  }
  const read = (file: string) => readIfThere(join(directory, file))
  const [certificate, key, serverCertificate] = await Promise.all([
    read('client.crt'),
    read('client.key'),
    read(`servercerts/${wanted}.crt`),
  ])
  const identity = certificate !== undefined && key !== undefined ? { certificate, key: new Secret(key) } : {}
  return { url: addr, project, serverCertificate, ...identity }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new ConfigurationError(`${path} can't be read`, { path, cause })
  }
}
