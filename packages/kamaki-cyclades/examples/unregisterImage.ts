// Unregisters an image of mine and deletes its files: IMAGE_ID, else the one that registerImage.ts makes.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createImage, parseImageLocation } from '@x/kamaki-cyclades'
import { createPithos, isNotFoundError } from '@x/kamaki-pithos'

const session = createSynnefoSession(configFromEnvironment())
const image = createImage({ session })
const { id: uuid } = await session.user()
const images = await image.listPublic({ detail: true })
const imageId = process.env['IMAGE_ID'] ?? images.find(({ name, owner }) => name === 'My Debian' && owner === uuid)?.id
if (imageId === undefined) throw new Error('You have no image called My Debian')

const { name, owner, location } = await image.getMeta({ imageId })
if (owner !== uuid || !location) {
  console.log(`Image ${name} belongs to ${owner}`)
} else {
  await image.unregister({ imageId })
  const { account, container, path } = parseImageLocation(location)
  const pithos = createPithos({ session, account, container })
  await pithos.deleteObject({ obj: path })
  await pithos.deleteObject({ obj: `${path}.meta` }).catch((error: unknown) => {
    if (!isNotFoundError(error)) throw error // not every image has a description beside it
  })
  console.log(`Image ${name} is unregistered, and ${path} in container ${container} is deleted`)
}
