import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createStorPoolClient } from '@x/storpool'
import { volumesList } from '@x/storpool/actions'
import { type Bench, compare } from '@x-tooling/bench'

const count = 10_000

/** The answer to VolumesList as a cluster of many volumes gives it; `firstId` sets how many digits the 64-bit ids have. */
function answer(firstId: bigint): Buffer {
  const volumes = Array.from({ length: count }, (_, index) => {
    const name = `vol-${index}`
    const place = '"placeAll":"hdd","placeTail":"ssd","placeHead":"hdd","replication":3,"reuseServer":false'
    const parent = `"parentName":"base@${index % 7}","parentVolumeId":${index % 7},"originalParentVolumeId":${index % 7}`
    const ids = `"id":${index + 1},"globalId":"bxt4.b.${index.toString(36)}","visibleVolumeId":${firstId + BigInt(index)}`
    const rest = `"size":${2 ** 30 * (1 + (index % 9))},"objectsCount":32,"creationTimestamp":${1_600_000_000 + index},"flags":0`
    const limits =
      '"bw":"-","iops":"-","limitType":"total","templateName":"hybrid","templateId":3,"firstNotParentObjectId":0'
    return `{"name":"${name}",${ids},${parent},${place},${rest},${limits},"tags":{"cs":"volume","vm":"vm-${index}"}}`
  })
  return Buffer.from(`{"data":[${volumes.join(',')}],"generation":10436}`)
}

/** 10,000 volumes over loopback, beside bare fetch and JSON.parse of the same body. */
export const bench: Bench = {
  title: `StorPool: volumesList of ${count} volumes over loopback`,
  async run() {
    const bodies = new Map([
      ['/short/ctrl/1.0/VolumesList', answer(77_000_000n)],
      ['/long/ctrl/1.0/VolumesList', answer(2n ** 62n)],
    ])
    const server = createServer(({ url = '' }, response) => {
      const body = bodies.get(url)
      response.writeHead(body === undefined ? 404 : 200, { 'content-length': body?.length ?? 0 }).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const bare = (path: string) => async () => {
      const response = await fetch(`${url}${path}/ctrl/1.0/VolumesList`, {
        headers: { authorization: 'Storpool v1:1', 'accept-encoding': 'identity' },
      })
      // An object, so that the round is timed and not its result taken.
      return JSON.parse(await response.text()) as object
    }
    const client = (path: string) => createStorPoolClient({ url: url + path, token: '1' })
    const [short, long] = [client('/short'), client('/long')]
    const baseline = { name: 'fetch + JSON.parse', run: bare('/short') }
    try {
      const size = `${((bodies.values().next().value?.length ?? 0) / 1e6).toFixed(1)} MB`
      return [
        await compare({ name: `validated, ${size}`, run: () => volumesList(short), baseline, goal: { atMost: 2 } }),
        await compare({
          name: 'validation off',
          run: () => volumesList(short, { validation: 'raw' }),
          baseline,
          goal: { atMost: 1.1 },
        }),
        await compare({
          name: 'validated, with an id past 2^53 in every volume',
          run: () => volumesList(long),
          baseline: { ...baseline, run: bare('/long') },
          note: 'the baseline rounds the ids',
        }),
      ]
    } finally {
      server.close()
      server.closeAllConnections()
    }
  },
}
