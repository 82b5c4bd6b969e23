import type { ConfigFile } from '../parse/ConfigFile.js'
import { parseStorPoolConfig } from '../parse/parseStorPoolConfig.js'
import { listStorPoolConfigFiles } from './listStorPoolConfigFiles.js'
import { readConfigText } from './readConfigText.js'
import type { StorPoolConfigFileOptions } from './StorPoolConfigFileOptions.js'

/** Reads and parses all files in their order. @throws {StorPoolConfigError} for the first that can't be used. */
export async function readFiles(options: StorPoolConfigFileOptions): Promise<ConfigFile[]> {
  const parsed: ConfigFile[] = []
  for (const file of await listStorPoolConfigFiles(options)) {
    options.signal?.throwIfAborted()
    parsed.push(parseStorPoolConfig(await readConfigText(file), { file }))
  }
  return parsed
}
