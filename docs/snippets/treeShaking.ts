// #region bare
import { createStorPoolClient, isStorPoolApiError } from '@x/storpool'
import { volumesList } from '@x/storpool/actions'

const client = createStorPoolClient({ url: 'http://192.0.2.10:81', token: process.env['SP_AUTH_TOKEN'] ?? '' })
console.log(await volumesList(client))

// #endregion

export { isStorPoolApiError }
