/** A fake cloud in a process of its own, so that what it does is not measured as if the client did it. */
import { createSynnefoSession } from '@x/kamaki-astakos'
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createPithos } from '@x/kamaki-pithos'
import { createFakePithos } from '@x/kamaki-pithos/testing'

// Does not outlive the process that asked for it.
process.on('disconnect', () => process.exit())

const store = createFakePithos()
const cloud = await createFakeSynnefo({ services: [store] })

// A directory of a thousand objects, copied until there are enough.
async function fill(count: number): Promise<void> {
  const session = createSynnefoSession({ url: cloud.url, token: cloud.token, fetch: cloud.fetch })
  const pithos = createPithos({ session, container: 'many' })
  await pithos.createContainer()
  await pithos.createDirectory({ obj: '0' })
  for (let index = 1; index < 1000; index++) await pithos.createObject({ obj: `0/a longer name of object ${index}` })
  for (let copy = 1; copy < count / 1000; copy++) {
    const names = { srcContainer: 'many', srcObject: '0', dstContainer: 'many', dstObject: String(copy) }
    await pithos.copyObject({ ...names, delimiter: '/' })
  }
}

process.on('message', async (message: { forget?: true; fill?: number }) => {
  if (message.forget) for (const hash of [...store.blocks.keys()]) store.forgetBlock(hash)
  if (message.fill !== undefined) await fill(message.fill)
  globalThis.gc?.()
  process.send?.('done')
})
process.send?.({ url: cloud.url, token: cloud.token })
