// Uploads the file of an image and the description that came with it, and registers it.
import { readFile } from 'node:fs/promises'
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createImage } from '@x/kamaki-cyclades'
import { createPithos } from '@x/kamaki-pithos'

const session = createSynnefoSession(configFromEnvironment())
const pithos = createPithos({ session, container: 'images' })
await pithos.createContainer()

const file = 'my-image.diskdump'
for (const obj of [file, `${file}.meta`]) {
  const { bytes, sent } = await pithos.upload({ obj, source: await readFile(new URL(obj, import.meta.url)) })
  console.log(`${obj}: ${bytes} bytes, ${sent} of them sent`)
}

// The description is given as it is, names with dashes and all: what the service does not take is dropped.
const meta = JSON.parse(await readFile(new URL(`${file}.meta`, import.meta.url), 'utf8'))
const { name, location: _elsewhere, properties, ...params } = meta
const image = createImage({ session })
const { id, location } = await image.register({ name, location: `/images/${file}`, params, properties })
console.log(`Image ${name} is registered with id ${id}\n\t${location}`)
