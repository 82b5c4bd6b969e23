// #region shown
import { describeOrigin, isStorPoolConfigError, readStorPoolConfig } from '@x/storpool-config'

try {
  const config = await readStorPoolConfig()
  for (const [name] of config) console.log(name, describeOrigin(config.origin(name)!))
  console.log(config.api().url)
} catch (error) {
  if (!isStorPoolConfigError(error)) throw error
  console.error(`${error.file}, line ${error.line}: ${error.message}`)
}
// #endregion
