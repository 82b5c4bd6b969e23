/** A fake cloud in a process of its own, so that what it does is not measured as if the client did it. */
import { createFakeSynnefo } from '@x/kamaki-astakos/testing'
import { createFakePithos } from '@x/kamaki-pithos/testing'

// Does not outlive the process that asked for it.
process.on('disconnect', () => process.exit())

const store = createFakePithos()
const cloud = await createFakeSynnefo({ services: [store] })
process.on('message', () => {
  for (const hash of [...store.blocks.keys()]) store.forgetBlock(hash)
  globalThis.gc?.()
  process.send?.('forgotten')
})
process.send?.({ url: cloud.url, token: cloud.token })
