import type { VolumesReassignParameters } from '../../actions/volumesReassign.js'
import type { ApiOk } from '../../schemas/ApiOk.js'
import type { AttachmentDesc } from '../../schemas/AttachmentDesc.js'
import type { ClientConfigStatus } from '../../schemas/ClientConfigStatus.js'
import type { FakeCluster } from '../FakeCluster.js'
import { nameOf, volumeNameOf } from '../FakeVolume.js'
import { invalid } from '../Refusal.js'

type Entry = VolumesReassignParameters['reassign'][number]

/** The last position that a client has for attachments. */
const lastPosition = 1_023

const clientStatus = (cluster: FakeCluster, id: number): ClientConfigStatus => ({
  id,
  generation: cluster.generation,
  clientGeneration: cluster.generation,
  configStatus: cluster.clients.get(id) ? 'ok' : 'down',
  delay: 0,
})

/** The attachments as they are after one entry; refuses what can't be done. */
function reassign(cluster: FakeCluster, before: AttachmentDesc[], entry: Entry): AttachmentDesc[] {
  const isSnapshot = entry.volume === undefined
  const volume = isSnapshot ? cluster.snapshot(entry.snapshot) : cluster.volume(entry.volume)
  if (volume.transient) throw invalid(`${nameOf(volume)} can not be attached: it only helps a copy.`)
  const { detach, ro = [], rw = [] } = entry
  const wanted = [
    ...[...(ro ?? [])].map((client) => ({ client, rights: 'ro' })),
    ...[...(rw ?? [])].map((client) => ({ client, rights: 'rw' })),
  ]
  const leaving = detach === 'all' ? 'all' : [...(detach ?? [])]
  const named = [...wanted.map(({ client }) => client), ...(leaving === 'all' ? [] : leaving)]
  for (const client of named) cluster.requireClient(client)
  if (new Set(named).size < named.length) throw invalid(`A client is named more than once for ${nameOf(volume)}.`)
  const isOurs = ({ globalId }: AttachmentDesc) => globalId === volume.globalId
  const after = before.filter((each) => !isOurs(each) || !(leaving === 'all' || leaving.includes(each.client)))
  for (const { client, rights } of wanted) {
    const existing = after.find((each) => isOurs(each) && each.client === client)
    if (existing !== undefined) after[after.indexOf(existing)] = { ...existing, rights }
    else {
      const pos = freePosition(after, client)
      after.push({ volume: volumeNameOf(volume), globalId: volume.globalId, snapshot: isSnapshot, client, rights, pos })
    }
  }
  return after
}

function freePosition(attachments: AttachmentDesc[], client: number): number {
  const taken = new Set(attachments.filter((each) => each.client === client).map(({ pos }) => pos))
  for (let pos = 0; pos <= lastPosition; pos++) if (!taken.has(pos)) return pos
  throw invalid(`Client ${client} has no free position for another attachment.`)
}

// All entries or none.
function reassignAll(cluster: FakeCluster, { reassign: entries }: VolumesReassignParameters): ApiOk {
  const after = entries.reduce((before, entry) => reassign(cluster, before, entry), [...cluster.attachments])
  cluster.attachments.splice(0, cluster.attachments.length, ...after)
  return cluster.changed()
}

export const attachmentHandlers = {
  attachmentsList: (cluster: FakeCluster): AttachmentDesc[] => [...cluster.attachments],
  volumesReassign: reassignAll,
  volumesReassignWait: reassignAll,
  clientsConfigDump: (cluster: FakeCluster): ClientConfigStatus[] =>
    [...cluster.clients.keys()].map((id) => clientStatus(cluster, id)),
  clientConfigWait: (cluster: FakeCluster, { clientId }: { clientId: number }): ClientConfigStatus[] => {
    cluster.requireClient(clientId)
    return [clientStatus(cluster, clientId)]
  },
  clientActiveRequests: (cluster: FakeCluster, { clientId }: { clientId: number }) => {
    cluster.requireClient(clientId)
    return { clientId, requests: [] }
  },
}
