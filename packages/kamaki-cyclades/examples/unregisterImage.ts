// Unregisters an image of mine: IMAGE_ID, else the newest. Its file in the object store stays.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createImage, parseImageLocation } from '@x/kamaki-cyclades'

const session = createSynnefoSession(configFromEnvironment())
const image = createImage({ session })
const { id: uuid } = await session.user()
const mine = (await image.listPublic({ detail: true, order: '-created_at' })).filter(({ owner }) => owner === uuid)
const imageId = process.env['IMAGE_ID'] ?? mine[0]?.id
if (imageId === undefined) throw new Error('You have no image')

const { name, owner, location } = await image.getMeta({ imageId })
if (owner !== uuid) {
  console.log(`Image ${name} belongs to ${owner}`)
} else {
  await image.unregister({ imageId })
  const { container, path } = parseImageLocation(location ?? '', uuid)
  console.log(`Image ${name} is unregistered; its file is ${path} in container ${container}`)
}
