import { createSynnefoSession, isSynnefoApiError } from '@x/kamaki-astakos'
import { createCyclades } from '@x/kamaki-cyclades'
import { createPithos } from '@x/kamaki-pithos'
import { allApiResponsesSuccess, connectLinstor, expectSuccess } from '@x/linstor'
import { createLxd, isLxdNotFound } from '@x/lxd'
import { configFromEnvironment } from '@x/lxd/node'
import { isStorPoolApiError } from '@x/storpool'
import { fromConfig } from '@x/storpool/config'

export async function linstor() {
  // #region linstor
  await using linstor = await connectLinstor('linstor://localhost')
  const replies = await linstor.nodeCreate({ nodeName: 'alpha', nodeType: 'Satellite', ip: '192.0.2.1' })
  if (!allApiResponsesSuccess(replies)) console.error(replies.map(({ message }) => message))
  expectSuccess(await linstor.resourceDfnCreate({ name: 'web' })) // or let a refusal throw
  // #endregion
}

export async function storpool() {
  // #region storpool
  const api = await fromConfig()
  try {
    await api.volumeCreate({ name: 'db-01', size: 2 ** 30, template: 'hybrid' })
  } catch (error) {
    if (!isStorPoolApiError(error)) throw error
    console.error(error.code, error.description)
  }
  // #endregion
}

export async function lxd() {
  // #region lxd
  await using lxd = createLxd(configFromEnvironment())
  const pool = await lxd.storagePools.get('default')
  const volume = await pool.volumes.get('custom', 'db-01').catch((error: unknown) => {
    if (!isLxdNotFound(error)) throw error
    return pool.volumes.create({ name: 'db-01', config: { size: '10GiB' } })
  })
  volume.description = 'Data of the shop'
  await volume.save()
  // #endregion
}

export async function kamaki({ token }: { token: string }) {
  // #region kamaki
  const session = createSynnefoSession({ url: 'https://accounts.example.org/identity/v2.0', token })
  const { compute } = createCyclades({ session })
  const pithos = createPithos({ session, container: 'pithos' })
  try {
    const { id: serverId } = await compute.createServer({ name: 'web-1', flavorId: 42, imageId: 'debian' })
    await compute.waitServerUntil({ serverId })
    await pithos.upload({ obj: 'notes/plan.txt', source: new Blob(['buy milk']) })
  } catch (error) {
    if (!isSynnefoApiError(error)) throw error
    console.error(error.status, error.description)
  }
  // #endregion
}
