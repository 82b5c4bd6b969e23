// Makes a server with the network that the cloud gives by default, waits for it and tells its address.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createCompute, isWaitFailedError, isWaitTimeoutError } from '@x/kamaki-cyclades'

const compute = createCompute({ session: createSynnefoSession(configFromEnvironment()) })
const [image] = await compute.listImages()
const [flavor] = await compute.listFlavors()
if (image === undefined || flavor === undefined) throw new Error('The cloud has neither image nor flavor for you')

const { id: serverId, status } = await compute.createServer({
  name: 'My public server',
  flavorId: flavor.id,
  imageId: image.id,
})
console.log(`Server status is ${status}`)

try {
  const server = await compute.waitServerUntil({
    serverId,
    maxWaitMs: 300_000,
    onProgress: ({ progress }) => console.log(`\t${progress}%`),
  })
  const ip = server.attachments?.find(({ ipv4 }) => ipv4)?.ipv4
  console.log(`Server ${server.id} is now ${server.status}\n\tName: ${server.name}\n\tIP: ${ip}`)
} catch (error) {
  if (!isWaitTimeoutError(error) && !isWaitFailedError(error)) throw error
  console.error(error.message)
  process.exitCode = 1
}
