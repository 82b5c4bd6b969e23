// Makes a volume in StorPool, LINSTOR and LXD and a server in the cloud, lists what there is in each of the four, and keeps
// the list in the cloud's object store. What was made is removed again. What can't be reached is left out of the list, and
// the list says why.
import { isClientError, mapConcurrent } from '@x/core-errors'
import { createAstakos, createSynnefoSession, effectiveQuota } from '@x/kamaki-astakos'
import { createCyclades } from '@x/kamaki-cyclades'
import { createPithos } from '@x/kamaki-pithos'
import { connectLinstor, expectList, expectSuccess } from '@x/linstor'
import { decodeReturnCode } from '@x/linstor-wire'
import { createLxd } from '@x/lxd'
import { fromConfig } from '@x/storpool/config'
import { describeOrigin, readStorPoolConfig } from '@x/storpool-config'

const { STORPOOL_ROOT = '/', LINSTOR_URI = 'linstor://localhost', LXD_SOCKET, SYNNEFO_URL, SYNNEFO_TOKEN } = process.env
const name = `stock-${Date.now().toString(36)}`
const gibibyte = 2 ** 30

async function storpool(): Promise<string[]> {
  const config = await readStorPoolConfig({ root: STORPOOL_ROOT })
  console.log(`StorPool: ${config.api().url}, from ${describeOrigin(config.origin('SP_API_HTTP_HOST')!)}`)
  const client = await fromConfig({ config })
  await client.volumeCreate({ name, size: gibibyte })
  await client.snapshotCreate({ volumeName: name, name: `${name}.first` })
  const volumes = await client.volumesList()
  await client.snapshotDelete({ snapshotName: `${name}.first` })
  await client.volumeDelete({ volumeName: name })
  return volumes.map((volume) => `${volume.name}, ${volume.size} bytes`)
}

async function linstor(): Promise<string[]> {
  await using client = await connectLinstor(LINSTOR_URI)
  const { nodes } = await client.nodeListRaise()
  expectSuccess(await client.resourceDfnCreate({ name, volumeDfns: [{ size: 1_048_576 }] }))
  const [node] = nodes
  const deployed = expectSuccess(await client.resourceCreate({ rscName: name, nodeName: node?.name ?? '' }))
  const codes = deployed.map((reply) => decodeReturnCode(reply.retCode))
  console.log(`LINSTOR: ${nodes.length} nodes; deployed with ${codes.map(({ severity }) => severity).join(', ')}`)
  const { resources } = expectList(await client.resourceList())
  expectSuccess(await client.resourceDfnDelete({ name }))
  return resources.map((resource) => `${resource.name} on ${resource.nodeName}`)
}

async function lxd(): Promise<string[]> {
  await using client = createLxd({ socketPath: LXD_SOCKET })
  const [pool] = await client.storagePools.all()
  if (pool === undefined) return []
  console.log(`LXD: pool ${pool.name} of driver ${pool.driver}`)
  const volume = await pool.volumes.create({ name })
  const volumes = await pool.volumes.all()
  await volume.delete()
  return volumes.map(({ name: each, type }) => `${each} (${type})`)
}

const session = createSynnefoSession({ url: SYNNEFO_URL, token: SYNNEFO_TOKEN ?? '' })

async function cloud(): Promise<string[]> {
  const { id, name: user } = await session.user()
  const quota = (await createAstakos({ session }).getQuotas())[id]?.['cyclades.vm']
  console.log(`Synnefo: ${user} may have ${quota === undefined ? 'no' : effectiveQuota(quota).free} more servers`)
  const { compute } = createCyclades({ session })
  const [image] = await compute.listImages()
  const [flavor] = await compute.listFlavors()
  if (image === undefined || flavor === undefined) return []
  const { id: serverId } = await compute.createServer({ name, imageId: image.id, flavorId: flavor.id, networks: [] })
  await compute.waitServerUntil({ serverId })
  const servers = await compute.listServers()
  await compute.deleteServer({ serverId })
  return servers.map((server) => `server ${server.name}`)
}

try {
  const systems = Object.entries({ storpool, linstor, lxd, cloud })
  const stock: Record<string, string[] | string> = {}
  await mapConcurrent(systems, async ([system, list]) => {
    try {
      stock[system] = await list()
    } catch (error) {
      // One guard for the errors of all packages; a bug of this program is none of them.
      if (!isClientError(error)) throw error
      stock[system] = `${error.kind}: ${error.message}`
    }
  })
  const pithos = createPithos({ session, container: 'stock' })
  await pithos.createContainer()
  const { bytes } = await pithos.upload({ obj: `${name}.json`, source: new Blob([JSON.stringify(stock, null, 2)]) })
  console.log(`Kept as stock/${name}.json, ${bytes} bytes:`)
  console.log(new TextDecoder().decode(await pithos.downloadToString({ obj: `${name}.json` })))
  const missing = systems.filter(([system]) => typeof stock[system] === 'string').map(([system]) => system)
  if (missing.length > 0) throw new Error(`not reached: ${missing.join(', ')}`)
} catch (error) {
  console.error(String(error))
  process.exitCode = 1
}
