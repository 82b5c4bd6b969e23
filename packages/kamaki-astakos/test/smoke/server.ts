// Run as packed by every runtime that has sockets: a login at a fake cloud on loopback.
import { createAstakos } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'

const fake = await createFakeSynnefo()
const { user } = await createAstakos({ url: fake.url, token: fake.token }).authenticate()
if (user.id === '') throw new Error('the user has no id')
await fake.close()
console.log('done')
