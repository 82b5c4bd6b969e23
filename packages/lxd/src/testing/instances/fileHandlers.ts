import { effectiveProject } from '../projects/effectiveProject.js'
import { bytesAnswer } from '../protocol/bytesAnswer.js'
import { doneAnswer } from '../protocol/doneAnswer.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { pathOf } from '../protocol/pathOf.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeFile } from '../state/FakeFile.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { volumeOf } from '../storage/findVolume.js'
import { expandDevices } from './expandDevices.js'
import { FileTree } from './FileTree.js'
import { findInstance } from './findInstance.js'
import { normalizePath, parentOf } from './normalizePath.js'
import { writtenFile } from './writtenFile.js'

/** Files in instances, and in the volumes that they mount. */
export function fileHandlers(state: FakeState): FakeHandlers {
  const locate = (call: FakeCall) => {
    const instance = findInstance(state, call)
    const asked = call.query.get('path') ?? ''
    if (asked === '') throw new FakeFault(400, 'Missing path argument')
    const path = normalizePath(asked)
    return { instance, path, tree: treeAt(state, instance, path) }
  }
  const find = (call: FakeCall) => {
    const found = locate(call)
    const file = found.tree.get(found.path)
    if (file === undefined) throw new FakeFault(404, 'Not Found')
    return { ...found, file }
  }
  const changed = (action: string, { name, project }: FakeInstance, file: string) => {
    const source = pathOf(['instances', name], project)
    state.events.lifecycle(`instance-file-${action}`, { source, project, context: { file } })
  }
  return {
    instanceFilesGet(call) {
      const { instance, path, tree, file } = find(call)
      const headers = headersOf(file)
      if (file.type === 'directory') return syncAnswer(tree.list(path), { headers })
      changed('retrieved', instance, path)
      const name = path.slice(path.lastIndexOf('/') + 1)
      const bytes = file.type === 'symlink' ? absoluteTarget(file, path) : file.content
      return bytesAnswer(call.request, bytes, { ...headers, 'content-disposition': `inline;filename=${name}` })
    },
    instanceFilesHead: (call) => new Response(null, { headers: headersOf(find(call).file) }),
    async instanceFilesPost(call) {
      const { instance, path, tree } = locate(call)
      const before = tree.get(path)
      const file = await writtenFile(call.request, before, state.clock.now())
      checkPlace(path, file, before, tree.get(parentOf(path)))
      if (before?.type !== 'directory') tree.set(path, file)
      changed('pushed', instance, path)
      return doneAnswer()
    },
    instanceFilesDelete(call) {
      const { instance, path, tree, file } = find(call)
      if (file.type === 'directory' && tree.list(path).length > 0) {
        throw new FakeFault(500, `sftp: "remove ${path}: directory not empty" (SSH_FX_FAILURE)`)
      }
      tree.delete(path)
      changed('deleted', instance, path)
      return doneAnswer()
    },
  }
}

/** @throws {FakeFault} when nothing can be written at a path. */
function checkPlace(
  path: string,
  { type, content }: FakeFile,
  before: FakeFile | undefined,
  parent: FakeFile | undefined,
): void {
  const fail = (text: string) => new FakeFault(500, `sftp: "${text}" (SSH_FX_FAILURE)`)
  if (parent === undefined) throw new FakeFault(404, 'Not Found')
  if (parent.type !== 'directory') throw fail(`open ${path}: not a directory`)
  if (before !== undefined && type === 'symlink') {
    throw fail(`symlink ${new TextDecoder().decode(content)} ${path}: file exists`)
  }
  if (before?.type === 'directory' && type === 'file') throw fail(`open ${path}: is a directory`)
}

// The files of the volume that is mounted closest to a path. Volumes are mounted while the instance runs.
function treeAt(state: FakeState, instance: FakeInstance, path: string): FileTree {
  const owner = effectiveProject(state, instance.project, 'features.storage.volumes')
  const mounted = instance.status === 'Stopped' ? [] : Object.values(expandDevices(state, instance))
  const trees = mounted.flatMap(({ type, path: mount = '', pool: poolName, source = '' }) => {
    const pool = state.pools.find(({ name }) => name === poolName)
    const volume = pool === undefined || type !== 'disk' ? undefined : volumeOf(pool, owner, 'custom', source)
    return volume === undefined ? [] : [{ mount, tree: new FileTree(volume.files, normalizePath(mount)) }]
  })
  const closest = trees
    .filter(({ tree }) => tree.holds(path))
    .sort((one, other) => other.mount.length - one.mount.length)
  return closest[0]?.tree ?? new FileTree(instance.volume.files, '/')
}

const headersOf = ({ type, uid, gid, mode, modifiedAt }: FakeFile): Record<string, string> => ({
  'x-lxd-uid': String(uid),
  'x-lxd-gid': String(gid),
  'x-lxd-mode': mode.toString(8).padStart(4, '0'),
  'x-lxd-type': type,
  'x-lxd-modified': new Date(modifiedAt).toISOString().replace('T', ' ').replace(/\..*/, ' +0000 UTC'),
})

// The target of a link is told as a path from the root.
function absoluteTarget({ content }: FakeFile, path: string): Uint8Array<ArrayBuffer> {
  const target = new TextDecoder().decode(content)
  return new TextEncoder().encode(normalizePath(target.startsWith('/') ? target : `${parentOf(path)}/${target}`))
}
