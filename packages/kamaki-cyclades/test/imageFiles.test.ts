import { createSynnefoSession } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createPithos } from '@x/kamaki-pithos'
import { createFakePithos } from '@x/kamaki-pithos/testing'
import { expect, test } from 'vitest'
import { createImage } from '../src/index.js'
import { createFakeCyclades } from '../src/testing/index.js'
import { caught } from './startCloud.js'

test('an image is made of a file that the object store of the same cloud has', async () => {
  const users = [{ email: 'ada@example.org' }, { email: 'bob@example.org' }]
  await using cloud = await createFakeSynnefo({ users, services: [createFakeCyclades(), createFakePithos()] })
  const [ada, bob] = [...cloud.cloud.users.values()].map(({ id, token }) => {
    const session = createSynnefoSession({ url: cloud.url, token })
    return { id, image: createImage({ session }), pithos: createPithos({ session, container: 'images' }) }
  })
  if (ada === undefined || bob === undefined) throw new Error('there are two users')
  const location = { account: ada.id, container: 'images', path: 'my image é.diskdump' }
  const register = (user: typeof ada, checksum?: string) =>
    user.image.register({ name: 'Mine', location, params: { checksum } })
  expect(await caught(register(ada))).toMatchObject({ status: 404, faultName: 'itemNotFound' })
  await ada.pithos.createContainer()
  const { hash } = await ada.pithos.upload({ obj: location.path, source: new TextEncoder().encode('a disk') })
  expect(await caught(register(ada, '00'.repeat(32)))).toMatchObject({ status: 400 })
  expect(await register(ada, hash)).toMatchObject({ owner: ada.id, size: 6, checksum: hash })
  expect(await caught(register(bob))).toMatchObject({ status: 403, faultName: 'forbidden' })
  await ada.pithos.setObjectSharing({ obj: location.path, readPermission: [bob.id] })
  expect(await register(bob)).toMatchObject({ owner: ada.id, name: 'Mine' })
})
