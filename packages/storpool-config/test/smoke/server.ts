// Run as packed by every runtime that has files: the configuration of a host, from a folder made for this.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isStorPoolConfigError, readStorPoolConfig } from '@x/storpool-config'

const folder = await mkdtemp(join(tmpdir(), 'storpool-'))
try {
  const options = { root: folder, env: false as const }
  const missing = await readStorPoolConfig(options).catch((error: unknown) => error)
  if (!isStorPoolConfigError(missing)) throw new Error('a missing file is no error')
  await mkdir(join(folder, 'etc'))
  await writeFile(join(folder, 'etc/storpool.conf'), 'SP_API_HTTP_HOST=192.0.2.10\nSP_AUTH_TOKEN=1234\n')
  const { url } = (await readStorPoolConfig(options)).api()
  if (String(url) !== 'http://192.0.2.10:81') throw new Error(`the API is at ${url}`)
} finally {
  await rm(folder, { recursive: true })
}
console.log('done')
