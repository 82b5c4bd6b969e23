import type { DiskSetDescParameters } from '../../actions/diskSetDesc.js'
import type { ApiOk } from '../../schemas/ApiOk.js'
import type { Disk } from '../../schemas/Disk.js'
import type { DiskSummary } from '../../schemas/DiskSummary.js'
import type { FakeCluster } from '../FakeCluster.js'
import { diskSummary, type FakeDisk, upDiskSummary } from '../FakeDisk.js'
import { doesNotExist, invalid } from '../Refusal.js'

type Named = { diskId: number }

const byId = (disks: Iterable<FakeDisk>): Record<string, DiskSummary> =>
  Object.fromEntries([...disks].map((disk) => [disk.id, diskSummary(disk)]))

function describe(disk: FakeDisk): Disk {
  if (disk.downSince !== undefined) throw invalid(`Disk ${disk.id} is down.`)
  return { ...upDiskSummary(disk), objects: {} }
}

/** A call that changes one disk. */
const change =
  (apply: (disk: FakeDisk, cluster: FakeCluster) => void) =>
  (cluster: FakeCluster, { diskId }: Named): ApiOk => {
    apply(cluster.disk(diskId), cluster)
    return cluster.changed()
  }

const onlyUp = (disk: FakeDisk): void => {
  if (disk.downSince !== undefined) throw invalid(`Disk ${disk.id} is down.`)
}

export const diskHandlers = {
  disksList: (cluster: FakeCluster) => byId(cluster.disks.values()),
  serverDisksList: (cluster: FakeCluster, { serverId }: { serverId: number }) => {
    if (!cluster.servers.has(serverId)) throw doesNotExist('Server', serverId)
    return byId([...cluster.disks.values()].filter((disk) => disk.serverId === serverId))
  },
  diskDescribe: (cluster: FakeCluster, { diskId }: Named): Disk => describe(cluster.disk(diskId)),
  serverDiskDescribe: (cluster: FakeCluster, { serverId, diskId }: Named & { serverId: number }): Disk => {
    const disk = cluster.disk(diskId)
    if (disk.serverId !== serverId) throw doesNotExist(`Disk of server ${serverId}`, diskId)
    return describe(disk)
  },
  diskEject: change((disk, cluster) => {
    onlyUp(disk)
    disk.downSince = cluster.generation
    disk.softEject = 'off'
  }),
  diskForget: change((disk, cluster) => {
    if (disk.downSince === undefined) throw invalid(`Disk ${disk.id} is up.`)
    cluster.disks.delete(disk.id)
    for (const { disks } of cluster.placementGroups.values()) disks.delete(disk.id)
  }),
  diskIgnore: change(() => {}),
  diskSoftEject: change((disk) => {
    onlyUp(disk)
    disk.softEject = 'on'
  }),
  diskSoftEjectPause: change((disk) => {
    if (disk.softEject === 'off') throw invalid(`Disk ${disk.id} is not being ejected.`)
    disk.softEject = 'paused'
  }),
  diskSoftEjectCancel: change((disk) => {
    disk.softEject = 'off'
  }),
  diskSetDesc: (cluster: FakeCluster, { diskId, description }: DiskSetDescParameters): ApiOk => {
    cluster.disk(diskId).description = description
    return cluster.changed()
  },
  diskScrubStart: change((disk) => {
    onlyUp(disk)
    disk.scrub = 'running'
  }),
  diskScrubPause: change((disk) => {
    if (disk.scrub === 'running') disk.scrub = 'paused'
  }),
  diskScrubContinue: change((disk) => {
    if (disk.scrub === 'paused') disk.scrub = 'running'
  }),
  diskRetrim: change(onlyUp),
  diskActiveRequests: (cluster: FakeCluster, { diskId }: Named) => ({
    diskId: cluster.disk(diskId).id,
    requests: [],
  }),
}
