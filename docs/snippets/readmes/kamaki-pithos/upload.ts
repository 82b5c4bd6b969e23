// #region shown
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createPithos, isQuotaExceededError } from '@x/kamaki-pithos'

const pithos = createPithos({ session: createSynnefoSession(configFromEnvironment()), container: 'pithos' })
try {
  const { hash, sent } = await pithos.upload({ obj: 'notes/plan.txt', source: new Blob(['buy milk']) })
  console.log(`${hash}: ${sent} bytes sent`)
} catch (error) {
  if (!isQuotaExceededError(error)) throw error
  console.error(`There is no room: ${error.message}`)
}
// #endregion
