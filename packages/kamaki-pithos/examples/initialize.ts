// Connects to the object store of my account, and makes the containers that the other examples use.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createPithos } from '@x/kamaki-pithos'

const session = createSynnefoSession(configFromEnvironment())
const { id: account, name } = await session.user()
const pithos = createPithos({ session, account, container: 'pithos' })

// Making a container that is there already changes nothing.
for (const container of ['pithos', 'images', 'trash']) await pithos.createContainer({ container })
await pithos.createDirectory({ obj: 'notes' })
await pithos.upload({ obj: 'notes/plan.txt', source: new Blob(['Buy milk.\n'], { type: 'text/plain' }) })

const { containerCount, bytesUsed } = await pithos.getAccountInfo()
console.log(`${name} (${account}) has ${containerCount} containers with ${bytesUsed} bytes`)
