import { readFiles } from './readFiles.js'
import type { StorPoolConfigFileOptions } from './StorPoolConfigFileOptions.js'

/**
 * The names of all sections of all files, empty sections included, sorted by code point. On a StorPool node these are
 * the hosts of the cluster.
 *
 * @throws {StorPoolConfigError} when a file can't be read or understood.
 */
export async function readStorPoolConfigSections(options: StorPoolConfigFileOptions = {}): Promise<string[]> {
  const names = new Set((await readFiles(options)).flatMap((file) => file.sections))
  return [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}
