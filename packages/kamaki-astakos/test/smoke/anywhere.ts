// Run as packed by every runtime and by a browser: a login and quotas of a fake cloud that is asked without a port.
import { createAstakos, createAstakosClient, createSynnefoSession, isSynnefoApiError } from '@x/kamaki-astakos'
import { getQuotas } from '@x/kamaki-astakos/actions'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'

const fake = await createFakeSynnefo({ listen: false })
const { url, token, fetch } = fake
const session = createSynnefoSession({ url, token, fetch })
const { user } = await createAstakos({ session }).authenticate()
const quotas = await getQuotas(createAstakosClient({ session }))
if (quotas[user.id] === undefined) throw new Error(`${user.id} has no quota`)

const stranger = createAstakos({ url, token: 'wrong', fetch })
const refused = await stranger.authenticate().catch((error: unknown) => error)
if (!isSynnefoApiError(refused) || refused.status !== 401) throw new Error(`answered ${refused}`)
await fake.close()
console.log('done')
