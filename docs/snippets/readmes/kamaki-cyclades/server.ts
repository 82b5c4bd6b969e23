// #region shown
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createCyclades, isWaitFailedError } from '@x/kamaki-cyclades'

const { compute } = createCyclades({ session: createSynnefoSession(configFromEnvironment()) })
const { id: serverId } = await compute.createServer({ name: 'web-1', flavorId: 42, imageId: process.argv[2]! })
const server = await compute
  .waitServerUntil({ serverId, onProgress: ({ progress }) => console.log(progress) })
  .catch((error) => {
    if (isWaitFailedError(error)) console.error(error.message)
    throw error
  })
console.log(server.attachments)
// #endregion
