import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { ConfigurationError } from '@x/core-errors'
import { controllerUriList } from '../uri/controllerUriList.js'
import { parseConfigFile } from './parseConfigFile.js'

/** Where to look for the controllers. */
export interface ControllersFromEnvironmentParameters {
  /** @default process.env */
  env?: Readonly<Record<string, string | undefined>> | undefined
  /** Of these the first that exists is read. @default ~/.config/linstor/linstor-client.conf, /etc/linstor/linstor-client.conf */
  files?: readonly string[] | undefined
}

/** The controllers, and where they came from. */
export interface ControllersFromEnvironment {
  /** In the order in which they are tried. */
  readonly uris: readonly string[]
  /** `LS_CONTROLLERS`, or the path of the file. */
  readonly source: string
}

const variable = 'LS_CONTROLLERS'

/**
 * Finds the controllers where the LINSTOR client keeps them: the environment variable `LS_CONTROLLERS` when it is set and
 * not empty, else `controllers=` in the section `[global]` of the first configuration file that exists. No host is added
 * that neither names, not even localhost.
 *
 * @throws {ConfigurationError} when neither names any, or the file can't be read.
 */
export async function controllersFromEnvironment(
  parameters: ControllersFromEnvironmentParameters = {},
): Promise<ControllersFromEnvironment> {
  const { env = process.env } = parameters
  const { files = [join(homedir(), '.config/linstor/linstor-client.conf'), '/etc/linstor/linstor-client.conf'] } =
    parameters
  const fromVariable = controllerUriList(env[variable] ?? '')
  if (fromVariable.length > 0) return { uris: fromVariable, source: variable }
  for (const file of files) {
    const text = await readIfThere(file)
    if (text === undefined) continue
    const uris = controllerUriList(parseConfigFile(text) ?? '')
    if (uris.length > 0) return { uris, source: file }
    throw new ConfigurationError(`${variable} is not set, and ${file} has no controllers= in [global]`, { path: file })
  }
  throw new ConfigurationError(`${variable} is not set, and there is no ${files.join(' or ')}`, { path: variable })
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new ConfigurationError(`${file} can not be read`, { path: file, cause: error })
  }
}
