import { effectiveProject } from '../projects/effectiveProject.js'
import type { FakeCall } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import type { JsonBody } from '../protocol/JsonBody.js'
import type { FakeFile } from '../state/FakeFile.js'
import type { FakeImage } from '../state/FakeImage.js'
import type { FakeInstance, FakeInstanceSnapshot } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeVolumeSnapshot } from '../state/FakeVolume.js'
import { imageFiles } from './imageFiles.js'

/** What a container is made from. */
export interface InstanceOrigin {
  image?: FakeImage | undefined
  copied?: FakeInstance | undefined
  /** Configuration that comes along. */
  inherited: Record<string, string>
  files: Map<string, FakeFile>
  /** What is copied along. */
  snapshots: FakeInstanceSnapshot[]
  /** The snapshots of the root that is copied along. */
  volumeSnapshots: FakeVolumeSnapshot[]
}

/** Finds what the `source` of a request names. @throws {FakeFault} 400 and 404 */
export function originOf(state: FakeState, call: FakeCall, source: JsonBody): InstanceOrigin {
  const type = source.text('type')
  if (type === 'none') return { ...nothing(), files: new Map() }
  if (type === 'image') {
    return { ...nothing(), image: findImage(state, call, source), files: imageFiles(state.clock) }
  }
  if (type === 'copy') return copyOrigin(state, call, source)
  if (type === 'migration') throw new FakeFault(501, 'the fake does not migrate instances')
  throw new FakeFault(400, `Unknown source type ${type}`)
}

function findImage(state: FakeState, { project }: FakeCall, source: JsonBody): FakeImage {
  const owner = effectiveProject(state, project, 'features.images')
  const alias = source.text('alias')
  const fingerprint = source.text('fingerprint')
  if (alias === '' && fingerprint === '') {
    throw new FakeFault(500, 'Must specify one of alias, fingerprint or properties for init from image')
  }
  const isWanted = (image: FakeImage) =>
    alias === '' ? image.fingerprint.startsWith(fingerprint) : image.aliases.some(({ name }) => name === alias)
  const image = state.images.find((one) => one.project === owner && isWanted(one))
  if (image === undefined) throw new FakeFault(404, alias === '' ? 'Image not found' : 'Image alias not found')
  return image
}

function copyOrigin(state: FakeState, { project }: FakeCall, source: JsonBody): InstanceOrigin {
  const [name, snapshotName] = source.text('source').split('/')
  if (!name) throw new FakeFault(400, 'Must specify a source instance')
  const owner = source.text('project') || project
  const copied = state.instances.find((one) => one.name === name && one.project === owner)
  if (copied === undefined) {
    throw new FakeFault(404, `Failed to fetch instance "${name}" in project "${owner}": Instance not found`)
  }
  const files = copied.volume.snapshots.find((one) => one.name === snapshotName)?.files ?? copied.volume.files
  const isInherited = ([key]: [string, string]) => key.startsWith('image.') || key === 'volatile.base_image'
  const inherited = Object.fromEntries(Object.entries(copied.config).filter(isInherited))
  if (snapshotName !== undefined || source.flag('instance_only')) {
    return { ...nothing(), copied, inherited, files: structuredClone(files) }
  }
  const { snapshots, volume } = structuredClone({ ...copied, processes: undefined })
  return { copied, inherited, files: volume.files, snapshots, volumeSnapshots: volume.snapshots }
}

const nothing = () => ({ inherited: {}, snapshots: [], volumeSnapshots: [] })
