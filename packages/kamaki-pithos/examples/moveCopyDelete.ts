// Moves an object to the trash, copies it back under another name, and deletes it there.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createPithos, isNotFoundError } from '@x/kamaki-pithos'

const pithos = createPithos({ session: createSynnefoSession(configFromEnvironment()), container: 'pithos' })

await pithos.moveObject({
  srcContainer: 'pithos',
  srcObject: 'notes/plan.txt',
  dstContainer: 'trash',
  dstObject: 'plan.txt',
})
console.log('notes/plan.txt is in the trash')
await pithos.copyObject({
  srcContainer: 'trash',
  srcObject: 'plan.txt',
  dstContainer: 'pithos',
  dstObject: 'notes/plan of yesterday.txt',
})
await pithos.deleteObject({ container: 'trash', obj: 'plan.txt' })

const text = new TextDecoder().decode(await pithos.downloadToString({ obj: 'notes/plan of yesterday.txt' }))
console.log(`It is back as «notes/plan of yesterday.txt»: ${text.trim()}`)
try {
  await pithos.getObjectInfo({ container: 'trash', obj: 'plan.txt' })
} catch (error) {
  if (!isNotFoundError(error)) throw error
  console.log(`In the trash it is gone: ${error.message}`)
}
