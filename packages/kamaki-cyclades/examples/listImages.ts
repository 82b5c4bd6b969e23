// Names and places of my images.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createImage } from '@x/kamaki-cyclades'

const session = createSynnefoSession(configFromEnvironment())
const { id: uuid } = await session.user()
const images = await createImage({ session }).listPublic({ detail: true })

console.log('My images:\n')
for (const { name, location } of images.filter(({ owner }) => owner === uuid)) console.log(`\t${name} (${location})`)
