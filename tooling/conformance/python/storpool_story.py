"""What a host does with the bindings, from templates to attachments: storpool_story.py PORT TOKEN."""

import sys

from checks import check, equal, refused
from storpool import spapi

PORT, TOKEN = int(sys.argv[1]), sys.argv[2]
GIB = 2 ** 30


def connect(**options):
    return spapi.Api(host="127.0.0.1", port=PORT, transientSleep=lambda retry: 0, **{"auth": TOKEN, **options})


def named(items, name):
    return [item for item in items if item.name == name]


api = connect()

with check("a wrong token is refused"):
    with refused(spapi.ApiError, transient=False):
        connect(auth="wrong").volumesList()

with check("a volume gets what its template says"):
    api.volumeTemplateCreate({"name": "hybrid", "placeAll": "default", "replication": 2, "size": GIB, "bw": "-"})
    answer = api.volumeCreate({"name": "db-01", "template": "hybrid", "tags": {"vm": "db"}})
    equal(answer.ok, True)
    volume = named(api.volumesList(), "db-01")[0]
    equal((volume.size, volume.templateName, volume.replication), (GIB, "hybrid", 2))
    equal((volume.placeTail, volume.bw, dict(volume.tags)), ("default", "-", {"vm": "db"}))
    equal(api.volumeList("~" + volume.globalId)[0].name, "db-01")

with check("the generation grows with each change and not without one"):
    before = api.volumeCreate({"name": "spare", "size": 4096}).generation
    api.volumesList()
    equal(api.volumeDelete("spare").generation, before + 1)

with check("what is not there is objectDoesNotExist"):
    for ask in (api.volumeInfo, api.volumeDelete, api.snapshotDelete, api.volumeTemplateDescribe, api.kvsList):
        with refused(spapi.ApiError, name="objectDoesNotExist"):
            ask("missing")
    with refused(spapi.ApiError, name="objectDoesNotExist"):
        api.volumeCreate({"name": "db-02", "template": "missing"})

with check("a name that is taken is refused, and nothing changes"):
    with refused(spapi.ApiError):
        api.volumeCreate({"name": "db-01", "size": 4096})
    equal([each.size for each in named(api.volumesList(), "db-01")], [GIB])

with check("a volume without a size is refused, and one may grow but not shrink by accident"):
    with refused(spapi.ApiError):
        api.volumeCreate({"name": "db-02"})
    api.volumeUpdate("db-01", {"sizeAdd": GIB})
    with refused(spapi.ApiError):
        api.volumeUpdate("db-01", {"size": GIB})
    equal(named(api.volumesList(), "db-01")[0].size, 2 * GIB)
    api.volumeUpdate("db-01", {"size": GIB, "shrinkOk": True})
    equal(named(api.volumesList(), "db-01")[0].size, GIB)

with check("snapshots, named and anonymous"):
    api.snapshotCreate("db-01", {"name": "db-01.first"})
    anonymous = api.snapshotCreate("db-01", {})
    snapshots = api.volumeListSnapshots("db-01")
    equal(sorted(each.name for each in snapshots), sorted(["db-01.first", anonymous.autoName]))
    equal({each.onVolume for each in snapshots}, {"db-01"})
    api.snapshotDeleteById(anonymous.snapshotGlobalId)
    equal([each.name for each in api.snapshotsList() if not each.deleted], ["db-01.first"])

with check("a volume of a snapshot, and back to it"):
    api.volumeCreate({"name": "clone", "parent": "db-01.first"})
    clone = named(api.volumesList(), "clone")[0]
    equal((clone.parentName, clone.size), ("db-01.first", GIB))
    api.volumeDelete("clone")
    api.volumeUpdate("db-01", {"sizeAdd": 512})
    api.volumeRevert("db-01", {"toSnapshot": "db-01.first"})
    equal(named(api.volumesList(), "db-01")[0].size, GIB)

with check("snapshots of two volumes at once"):
    api.volumeCreate({"name": "db-02", "size": 4096})
    result = api.snapshotCreateGroup({"volumes": [{"volume": "db-01"}, {"volume": "db-02"}]})
    equal(sorted(each.volume for each in result.snapshots), ["db-01", "db-02"])

with check("a volume in use can't be deleted; detached it can"):
    api.volumesReassignWait({"reassign": [{"volume": "db-02", "rw": [1], "ro": [2]}]})
    attached = sorted((each.volume, each.client, each.rights, each.snapshot) for each in api.attachmentsList())
    equal(attached, [("db-02", 1, "rw", False), ("db-02", 2, "ro", False)])
    with refused(spapi.ApiError):
        api.volumeDelete("db-02")
    with refused(spapi.ApiError):
        api.volumesReassignWait({"reassign": [{"volume": "db-02", "rw": [999]}]})
    api.volumesReassignWait({"reassign": [{"volume": "db-02", "detach": "all"}]})
    equal(api.attachmentsList(), [])
    api.volumeDelete("db-02")

with check("an attached snapshot is told from a volume"):
    api.volumesReassign([{"snapshot": "db-01.first", "ro": [3]}])
    equal([(each.client, each.snapshot) for each in api.attachmentsList()], [(3, True)])
    api.volumesReassign([{"snapshot": "db-01.first", "detach": [3]}])

with check("clients follow the configuration"):
    generation = api.volumeUpdate("db-01", {"tags": {"seen": "yes"}}).generation
    equal([(each.id, each.clientGeneration) for each in api.clientConfigWait(1)], [(1, generation)])

with check("disks that are up and one that is down"):
    disks = api.disksList()
    equal({number: disk.up for number, disk in disks.items()}, {101: True, 201: True, 202: False})
    equal({number: disk.ssd for number, disk in disks.items()}, {101: True, 201: False, 202: True})
    equal([disk.id for disk in api.serverDisksList(2).values()], [201, 202])
    with refused(spapi.ApiError):
        api.diskScrubStart(202)
    api.diskSetDesc(101, {"description": "slot 4"})
    equal(api.diskDescribe(101).description, "slot 4")

with check("services, servers and peers"):
    status = api.servicesList()
    equal(status.clusterStatus, "running")
    equal(sorted(status.servers), [1, 2])
    equal(all(server.running for server in status.servers.values()), True)
    equal(len(api.peersList()) > 0, True)

with check("placement groups are made, used and protected from deletion"):
    api.placementGroupUpdate("ssd", {"addDisks": [101]})
    equal(api.placementGroupDescribe("ssd").disks, {101})
    api.volumeCreate({"name": "fast", "size": 4096, "placeAll": "ssd", "replication": 1})
    with refused(spapi.ApiError):
        api.placementGroupDelete("ssd")
    api.volumeDelete("fast")
    api.placementGroupDelete("ssd")

with check("the key-value store changes only at the version that was asked for"):
    api.kvsCreate("leases")
    equal(api.kvsTryUpdate("leases", {"set": {"owner": "a"}}), True)
    version = api.kvsList("leases").version
    equal(api.kvsTryUpdate("leases", {"set": {"owner": "b"}, "runIfVersionIs": version + 1}), False)
    equal(api.kvsTryUpdate("leases", {"set": {"owner": "c"}, "runIfVersionIs": version}), True)
    equal(dict(api.kvsGet("leases", "owner").pairs), {"owner": "c"})
    equal("leases" in api.kvsBuckets().buckets, True)
    api.kvsDelete("leases")

with check("an iSCSI target with an initiator that may use it"):
    commands = [
        {"createPortalGroup": {"name": "group"}},
        {"createPortal": {"portalGroup": "group", "controller": 1, "ip": "192.0.2.1"}},
        {"createTarget": {"volumeName": "db-01"}},
        {"createInitiator": {"name": "iqn.2024-01.example:host", "username": "", "secret": ""}},
        {"export": {"initiator": "iqn.2024-01.example:host", "portalGroup": "group", "volumeName": "db-01"}},
    ]
    api.iSCSIConfigChange({"commands": commands})
    config = api.iSCSIConfig().iscsi
    equal([group.name for group in config.portalGroups.values()], ["group"])
    equal([len(initiator.exports) for initiator in config.initiators.values()], [1])
    equal([target.volume for target in config.targets.values()], ["db-01"])

with check("remote locations and clusters"):
    equal([each.name for each in api.locationsList()["locations"]], ["sofia"])
    equal([each.name for each in api.clustersList()["clusters"]], ["dc2"])
    equal([each.name for each in api.volumesList(clusterName="dc2")], ["far"])
    everywhere = connect(multiCluster=True).volumesList()
    equal(sorted((each.name, each.clusterName) for each in everywhere if each.name in ("far", "db-01")), [("db-01", None), ("far", "dc2")])
    with refused(spapi.ApiError, name="objectDoesNotExist"):
        api.volumesList(clusterName="nowhere")

with check("a snapshot is exported and taken back"):
    api.snapshotExport({"snapshot": "db-01.first", "location": "sofia"})
    equal(len(api.exportsList()["exports"]), 1)
    api.snapshotUnexport({"snapshot": "db-01.first", "location": "sofia"})
    equal(api.exportsList()["exports"], [])

with check("a failure that passes is not seen, one that stays is"):
    equal(isinstance(api.faultSetsList(), dict), True)
    with refused(ValueError):
        api.maintenanceList()

with check("a connection that is cut off before the work is made again"):
    equal(api.tasksList(), [])

with check("a change whose answer is lost is made again, and refused the second time"):
    with refused(spapi.ApiError):
        api.kvsCreate("late")
    equal("late" in api.kvsBuckets().buckets, True)

with check("a volume is frozen, and everything can be deleted"):
    for target in ("exportDelete", "deleteTarget"):
        details = {"initiator": "iqn.2024-01.example:host", "portalGroup": "group", "volumeName": "db-01"}
        api.iSCSIConfigChange({"commands": [{target: details if target == "exportDelete" else {"volumeName": "db-01"}}]})
    api.volumeFreeze("db-01")
    equal(api.volumesList(), [])
    for snapshot in api.snapshotsList():
        api.snapshotDelete(snapshot.name or "~" + snapshot.globalId)
    equal([each for each in api.snapshotsList() if not each.deleted], [])
