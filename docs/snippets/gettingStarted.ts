import { createStorPool, createStorPoolClient } from '@x/storpool'
import { volumesList } from '@x/storpool/actions'
import { createFakeStorPool } from '@x/storpool/testing'

const address = { url: 'http://192.0.2.10:81', token: process.env['SP_AUTH_TOKEN'] ?? '' }

export async function full() {
  // #region full
  const storpool = createStorPool(address)
  const volumes = await storpool.volumesList()
  await storpool.snapshotCreate({ volumeName: 'db-01', name: 'db-01.before-upgrade' })
  // #endregion
  return volumes
}

export async function bare() {
  // #region bare
  const client = createStorPoolClient(address)
  const volumes = await volumesList(client)
  // #endregion
  return volumes
}

export async function options() {
  const storpool = createStorPool(address)
  // #region options
  const signal = AbortSignal.timeout(60_000)
  await storpool.volumeInfo({ volumeName: 'db-01' }, { signal, timeoutMs: 5_000, requestId: 'nightly-check' })
  // #endregion
}

export async function withFake() {
  // #region fake
  await using fake = await createFakeStorPool({ volumes: [{ name: 'db-01', size: 4096 }] })
  const storpool = createStorPool({ url: fake.url, token: fake.token })
  console.log(await storpool.volumesList())
  // #endregion
}
