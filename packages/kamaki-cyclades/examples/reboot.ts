// Reboots a server, or starts it when it is stopped: SERVER_ID, else the one that createServers.ts makes.
import { configFromEnvironment, createSynnefoSession } from '@x/kamaki-astakos'
import { createCompute } from '@x/kamaki-cyclades'

const compute = createCompute({ session: createSynnefoSession(configFromEnvironment()) })
const serverId =
  process.env['SERVER_ID'] ?? (await compute.listServers()).find(({ name }) => name === 'My public server')?.id
if (serverId === undefined) throw new Error('You have no server called My public server')

const { status } = await compute.waitServerWhile({ serverId })
if (status === 'ACTIVE') await compute.rebootServer({ serverId })
else if (status === 'STOPPED') await compute.startServer({ serverId })

// Right after the call the status may still be the old one: idle is what counts.
const server = await compute.waitServerUntil({ serverId })
console.log(`Server ${server.id} is now ${server.status}`)
