import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isStorPoolConfigError, overrideStorPoolConfig } from '@x/storpool-config'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeStorPool, type FakeStorPool } from '../testing/index.js'
import { fromConfig } from './fromConfig.js'

let fake: FakeStorPool
let root: string
beforeEach(async () => {
  fake = await createFakeStorPool({ volumes: [{ name: 'db-01', size: 512 }] })
  root = await mkdtemp(join(tmpdir(), 'storpool-'))
  await mkdir(join(root, 'etc'))
})
afterEach(async () => {
  await fake.close()
  await rm(root, { recursive: true })
})

const configure = (text: string) => writeFile(join(root, 'etc/storpool.conf'), text)

test("talks to the API that the host's files name", async () => {
  const { port } = new URL(fake.url)
  await configure(`SP_AUTH_TOKEN=${fake.token}\n[node-a]\nSP_API_HTTP_PORT=${port}\n`)
  const storpool = await fromConfig({ read: { root, section: 'node-a', env: false }, multiCluster: true })
  expect((await storpool.volumesList()).map(({ name }) => name)).toEqual(['db-01'])
  expect(fake.requests[0]?.path).toBe('/ctrl/1.0/MultiCluster/VolumesList')
})

test('takes a configuration that was read before', async () => {
  const { hostname, port } = new URL(fake.url)
  const settings = { SP_API_HTTP_HOST: hostname, SP_API_HTTP_PORT: Number(port), SP_AUTH_TOKEN: fake.token }
  const storpool = await fromConfig({ config: overrideStorPoolConfig(settings) })
  expect(await storpool.volumesList()).toHaveLength(1)
})

test('without a token there is no client', async () => {
  await configure('SP_API_HTTP_PORT=81\n')
  await expect(fromConfig({ read: { root, env: false } })).rejects.toSatisfy(isStorPoolConfigError)
})
