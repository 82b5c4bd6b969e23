import { ConfigurationError } from '@x/core-errors'
import { storagePoolVolumesGetRecursion1 } from '../actions/storagePoolVolumesGetRecursion1.js'
import { storagePoolVolumesTypeGetRecursion1 } from '../actions/storagePoolVolumesTypeGetRecursion1.js'
import { storagePoolVolumesTypePost } from '../actions/storagePoolVolumesTypePost.js'
import { storagePoolVolumeTypeGet } from '../actions/storagePoolVolumeTypeGet.js'
import type { LxdClient } from '../LxdClient.js'
import { existing } from '../objects/existing.js'
import { runOperation } from '../operations/runOperation.js'
import { settleChange } from '../operations/settleChange.js'
import type { StorageVolume } from '../schemas/StorageVolume.js'
import { createStorageVolume } from './createStorageVolume.js'
import { importVolume } from './importVolume.js'
import type { CreateVolumeDefinition, LxdStorageVolumes, VolumeScope } from './LxdStorageVolumes.js'

/** Makes the manager of the volumes of a pool. */
export function createStorageVolumes(client: LxdClient, poolName: string): LxdStorageVolumes {
  const objectOf = (data: StorageVolume, scope: VolumeScope) => {
    const { type, name: volumeName, content_type: contentType } = data
    const place = {
      client,
      poolName,
      type,
      volumeName,
      contentType,
      project: scope.project,
      target: targetOf(data, scope),
      volumesOf: createStorageVolumes,
    }
    return createStorageVolume(place, data)
  }

  const volumes: LxdStorageVolumes = {
    async all({ type, ...selection } = {}, options) {
      const parameters = { poolName, ...selection }
      const found =
        type === undefined
          ? await storagePoolVolumesGetRecursion1(client, parameters, options)
          : await storagePoolVolumesTypeGetRecursion1(client, { ...parameters, type }, options)
      // The names of volumes hold no slash; those of snapshots do, between the volume's name and their own.
      const own = found.filter(({ name }) => !name.includes('/'))
      return own.map((data) => objectOf(data, selection.allProjects ? { project: data.project } : selection))
    },
    async get(type, name, { project, target, ...options } = {}) {
      const parameters = { poolName, type, volumeName: name, project, target }
      return objectOf(await storagePoolVolumeTypeGet(client, parameters, options), { project, target })
    },
    exists: (type, name, { project, target, ...options } = {}) =>
      existing(storagePoolVolumeTypeGet(client, { poolName, type, volumeName: name, project, target }, options)),
    async create(definition, { project, target, ...options } = {}) {
      refuseEmptyCopy(definition)
      // What has a source is an operation on every server, and may be over before its answer is read.
      const settle = definition.source === undefined ? settleChange : runOperation
      const parameters = { ...definition, poolName, type: 'custom', project, target }
      await settle(client, () => storagePoolVolumesTypePost(client, parameters, options), options)
      return volumes.get('custom', definition.name, { project, target, ...options })
    },
    async import(body, parameters, options = {}) {
      const sha256 = await importVolume(client, body, { poolName, ...parameters }, options)
      const { name, project, target } = parameters
      return { volume: await volumes.get('custom', name, { project, target, ...options }), sha256 }
    },
  }
  return Object.freeze(volumes)
}

// Pools that differ by member hold volumes of the same name; elsewhere the location is empty or `none`.
const targetOf = ({ location }: StorageVolume, { target }: VolumeScope): string | undefined =>
  target ?? (location === '' || location === 'none' ? undefined : location)

function refuseEmptyCopy({ source }: CreateVolumeDefinition): void {
  if (source?.type !== 'copy') return
  for (const key of ['name', 'pool'] as const) {
    if (source[key]) continue
    const text = `source.${key} is needed for a copy: without it the server may make an empty volume`
    throw new ConfigurationError(text, { operation: 'storagePoolVolumesTypePost', path: `definition.source.${key}` })
  }
}
