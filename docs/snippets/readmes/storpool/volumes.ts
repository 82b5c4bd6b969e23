// #region shown
import { createStorPoolClient, isStorPoolApiError } from '@x/storpool'
import { volumeInfo, volumesList } from '@x/storpool/actions'

const client = createStorPoolClient({ url: 'http://192.0.2.10:81', token: process.env.SP_AUTH_TOKEN ?? '' })
for (const { name, size } of await volumesList(client)) console.log(name, size)
try {
  console.log(await volumeInfo(client, { volumeName: 'db-01' }))
} catch (error) {
  if (!isStorPoolApiError(error) || error.code !== 'objectDoesNotExist') throw error
}
// #endregion
