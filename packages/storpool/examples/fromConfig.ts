/** Finds the cluster by the configuration of this host, and tells where its address was set. */
import { fromConfig } from '@x/storpool/config'
import { describeOrigin, readStorPoolConfig } from '@x/storpool-config'

try {
  const config = await readStorPoolConfig({ missingOk: true })
  for (const name of ['SP_API_HTTP_HOST', 'SP_API_HTTP_PORT']) {
    const origin = config.origin(name)
    console.log(`${name}=${config.get(name)} (${origin === undefined ? 'not set' : describeOrigin(origin)})`)
  }
  const storpool = await fromConfig({ config })
  const { clusterStatus, servers } = await storpool.servicesList()
  console.log(`the cluster is ${clusterStatus}, with ${Object.keys(servers).length} servers`)
} catch (error) {
  console.error(`The cluster can not be asked: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
