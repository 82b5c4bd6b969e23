// Run as packed by every runtime that has sockets: a fake cluster on loopback, found by a configuration.
import { isTimeoutError } from '@x/core-errors'
import { createStorPoolClient } from '@x/storpool'
import { volumesList } from '@x/storpool/actions'
import { fromConfig } from '@x/storpool/config'
import { createFakeStorPool } from '@x/storpool/testing'
import { overrideStorPoolConfig } from '@x/storpool-config'

const fake = await createFakeStorPool({ volumes: [{ name: 'db-01', size: 2 ** 30 }] })
const { hostname, port } = new URL(fake.url)
const config = overrideStorPoolConfig({
  SP_API_HTTP_HOST: hostname,
  SP_API_HTTP_PORT: port,
  SP_AUTH_TOKEN: fake.token,
})
const storpool = await fromConfig({ config })
await storpool.volumeCreate({ name: 'db-02', size: 2 ** 30 })

const client = createStorPoolClient({ url: fake.url, token: fake.token })
const names = (await volumesList(client)).map(({ name }) => name)
if (names.sort().join() !== 'db-01,db-02') throw new Error(`the volumes are ${names.join()}`)

fake.failNext({ hang: true })
const late = await volumesList(client, { timeoutMs: 100, retry: false }).catch((error: unknown) => error)
if (!isTimeoutError(late)) throw new Error(`answered ${late}`)
await fake.close()
console.log('done')
