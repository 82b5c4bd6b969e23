// Registers a file of the object store as an image, with the description that came with it.
import { readFile } from 'node:fs/promises'
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createImage } from '@x/kamaki-cyclades'

const image = createImage({ session: createSynnefoSession(configFromEnvironment()) })

// Names with dashes and texts alone: what the service does not take is dropped.
const meta = JSON.parse(await readFile(new URL('my-image.diskdump.meta', import.meta.url), 'utf8'))
const { name, location: _old, properties, checksum: _unknown, ...params } = meta
const { id, owner, location } = await image.register({
  name,
  location: '/images/my-image.diskdump',
  params,
  properties,
})
console.log(`Image ${id} of ${owner} is registered at ${location}`)
