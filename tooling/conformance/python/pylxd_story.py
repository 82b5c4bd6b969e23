"""What a script does with pylxd, from storage pools to commands in a container: pylxd_story.py SOCKET IMAGE."""

import sys

import pylxd
from checks import check, equal, refused
from pylxd.exceptions import LXDAPIException, NotFound

SOCKET, IMAGE = sys.argv[1:]
client = pylxd.Client(endpoint=SOCKET)
ROOT = {"root": {"type": "disk", "path": "/", "pool": "default"}}

with check("the connection is trusted and tells what the server can do"):
    equal(client.trusted, True)
    equal(client.has_api_extension("storage_api_volume_snapshots"), True)
    equal(client.host_info["api_version"], "1.0")

with check("storage pools and their resources"):
    equal([pool.name for pool in client.storage_pools.all()], ["default"])
    pool = client.storage_pools.get("default")
    equal((pool.driver, pool.status), ("dir", "Created"))
    equal(pool.resources.get().space["total"] > 0, True)
    equal(client.storage_pools.exists("missing"), False)
    with refused(NotFound):
        client.storage_pools.get("missing")

with check("a storage pool is created, changed and deleted"):
    extra = client.storage_pools.create({"name": "extra", "driver": "dir", "config": {}})
    extra.patch({"description": "a second one"}, wait=True)
    equal(client.storage_pools.get("extra").description, "a second one")
    extra.delete(wait=True)
    equal(client.storage_pools.exists("extra"), False)

with check("a volume is created, changed, renamed"):
    volume = pool.volumes.create({"name": "data", "type": "custom", "config": {"user.owner": "me"}}, wait=True)
    equal((volume.name, volume.type, volume.content_type), ("data", "custom", "filesystem"))
    volume.config["user.mine"] = "1"
    volume.save(wait=True)
    volume.patch({"config": {"user.patched": "1"}}, wait=True)
    again = pool.volumes.get("custom", "data")
    equal(sorted(key for key in again.config if key.startswith("user.")), ["user.mine", "user.owner", "user.patched"])
    volume.rename({"name": "data2", "pool": "default"}, wait=True)
    equal(pool.volumes.get("custom", "data2").config["user.mine"], "1")

with check("a name that is taken is refused"):
    with refused(LXDAPIException):
        pool.volumes.create({"name": "data2", "type": "custom"}, wait=True)

with check("snapshots of a volume"):
    volume = pool.volumes.get("custom", "data2")
    snapshot = volume.snapshots.create("first")
    automatic = volume.snapshots.create()
    equal(volume.snapshots.all(), [snapshot.name, automatic.name])
    equal([each.name for each in volume.snapshots.all(use_recursion=True)], [snapshot.name, automatic.name])
    automatic.rename("second")
    equal(volume.snapshots.exists("second"), True)
    volume.restore_from("first", wait=True)
    for each in volume.snapshots.all(use_recursion=True):
        each.delete(wait=True)
    equal(volume.snapshots.all(), [])
    volume.delete(wait=True)
    with refused(NotFound):
        pool.volumes.get("custom", "data2")

with check("images and aliases"):
    image = client.images.get_by_alias(IMAGE)
    equal(client.images.exists(image.fingerprint), True)
    equal(client.images.exists("missing", alias=True), False)
    image.add_alias("another", "the same")
    equal(client.images.get_by_alias("another").fingerprint, image.fingerprint)
    client.images.get(image.fingerprint).delete_alias("another")
    equal(client.images.exists("another", alias=True), False)

with check("profiles"):
    profile = client.profiles.create("small", config={"limits.cpu": "1"}, devices=ROOT)
    profile.description = "one processor"
    profile.save(wait=True)
    equal(client.profiles.get("small").description, "one processor")
    equal(sorted(each.name for each in client.profiles.all()), ["default", "small"])
    profile.rename("tiny")
    equal(client.profiles.exists("small"), False)

with check("a container is created, started, listed"):
    config = {"name": "c1", "source": {"type": "image", "alias": IMAGE}, "profiles": ["tiny"]}
    container = client.instances.create(config, wait=True)
    equal((container.name, container.status, container.type), ("c1", "Stopped", "container"))
    container.start(wait=True)
    equal(container.state().status, "Running")
    equal([each.name for each in client.instances.all()], ["c1"])
    equal([each.name for each in client.containers.all()], ["c1"])
    equal([each.status for each in client.instances.all(recursion=1)], ["Running"])
    equal(client.instances.exists("c2"), False)
    with refused(LXDAPIException):
        client.instances.create(config, wait=True)

with check("a profile in use can't be deleted"):
    with refused(LXDAPIException):
        client.profiles.get("tiny").delete(wait=True)

with check("a command runs in the container, with its output and exit code"):
    equal(tuple(container.execute(["echo", "hello"])), (0, "hello\n", ""))
    equal(container.execute(["sh", "-c", "exit 3"]).exit_code, 3)
    equal(container.execute(["cat"], stdin_payload="from standard input").stdout, "from standard input")
    equal("NAME=value" in container.execute(["env"], environment={"NAME": "value"}).stdout, True)

with check("files in the container"):
    with refused(NotFound):
        container.files.mk_dir("/missing/data")
    container.files.mk_dir("/srv", mode=0o755)
    container.files.mk_dir("/srv/data", mode=0o755)
    container.files.put("/srv/data/note", b"written by pylxd", mode=0o600)
    equal(container.files.get("/srv/data/note"), b"written by pylxd")
    if container.files.delete_available():
        container.files.delete("/srv/data/note")
        with refused(NotFound):
            container.files.get("/srv/data/note")

with check("a snapshot of the container, and back to it"):
    container.files.put("/srv/data/note", b"before")
    snapshot = container.snapshots.create("first", wait=True)
    container.files.put("/srv/data/note", b"after")
    container.stop(wait=True)
    container.restore_snapshot("first", wait=True)
    equal(container.files.get("/srv/data/note"), b"before")
    snapshot.rename("renamed", wait=True)
    equal([each.name for each in container.snapshots.all()], ["renamed"])
    container.snapshots.get("renamed").delete(wait=True)
    equal(container.snapshots.all(), [])

with check("the configuration of the container is saved"):
    container = client.instances.get("c1")
    container.config["user.note"] = "kept"
    container.description = "an example"
    container.save(wait=True)
    again = client.instances.get("c1")
    equal((again.config["user.note"], again.description), ("kept", "an example"))

with check("states of the container"):
    container.start(wait=True)
    container.freeze(wait=True)
    equal(container.state().status, "Frozen")
    container.unfreeze(wait=True)
    container.restart(wait=True)
    equal(container.state().status, "Running")
    container.stop(wait=True)
    container.rename("c2", wait=True)
    equal([each.name for each in client.instances.all()], ["c2"])

with check("the container is deleted"):
    container.delete(wait=True)
    equal(client.instances.all(), [])
    with refused(NotFound):
        client.instances.get("c2")
    client.profiles.get("tiny").delete(wait=True)

with check("a project has its own containers"):
    client.projects.create("lab", description="a laboratory", config={"features.profiles": "false"})
    equal(sorted(each.name for each in client.projects.all()), ["default", "lab"])
    inside = pylxd.Client(endpoint=SOCKET, project="lab")
    equal(inside.instances.all(), [])
    client.projects.get("lab").delete(wait=True)
    equal(client.projects.exists("lab"), False)

with check("operations, certificates and networks are lists"):
    equal(client.certificates.all(), [])
    equal(isinstance(client.networks.all(), list), True)
    with refused(NotFound):
        client.operations.get("00000000-0000-0000-0000-000000000000")

with check("events arrive"):
    received = []
    events = client.events(event_types={pylxd.EventType.Lifecycle})
    events.connect()
    client.profiles.create("heard")
    events.received_message = lambda message: (received.append(message.data), events.close())
    events.run()
    equal(b"profile-created" in received[0], True)
    client.profiles.get("heard").delete(wait=True)
