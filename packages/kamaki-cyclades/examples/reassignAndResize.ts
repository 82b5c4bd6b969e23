// Gives a server more power, paid by another project: SERVER_ID and PROJECT_ID, else the
// server that createServers.ts makes and the first project besides the own one.
import { configFromEnvironment, createAstakos, createSynnefoSession } from '@x/kamaki-astakos'
import { createCompute } from '@x/kamaki-cyclades'

const session = createSynnefoSession(configFromEnvironment())
const compute = createCompute({ session })
const projects = await createAstakos({ session }).getProjects({ mode: 'member' })
const project = process.env['PROJECT_ID'] ?? projects.find((item) => !item.system_project)?.id
const serverId =
  process.env['SERVER_ID'] ?? (await compute.listServers()).find(({ name }) => name === 'My public server')?.id
if (serverId === undefined || project === undefined)
  throw new Error('You have no server called My public server, or no project besides your own')

const { flavor: present } = await compute.waitServerUntil({ serverId })
const flavors = await compute.listFlavors({ detail: true })
const old = flavors.find(({ id }) => id === present?.id)
const flavor = flavors.find(
  ({ vcpus, disk, 'SNF:volume_type': type }) =>
    old !== undefined && vcpus > old.vcpus && disk === old.disk && type === old['SNF:volume_type'],
)
if (flavor === undefined) throw new Error('There is no larger flavor with the same disk')

await compute.shutdownServer({ serverId })
await compute.waitServerUntil({ serverId, targetStatus: 'STOPPED' })
await compute.reassignServer({ serverId, project })
await compute.resizeServer({ serverId, flavorId: flavor.id })
await compute.waitServerUntil({ serverId, targetStatus: 'STOPPED' })
await compute.startServer({ serverId })
const server = await compute.waitServerUntil({ serverId })
console.log(`Server ${server.id} now has flavor ${flavor.name} and is paid by project ${server.tenant_id}`)
