import type { InstancePlace } from '../instances/InstancePlace.js'
import { instanceArguments } from '../instances/InstancePlace.js'
import { existing } from '../objects/existing.js'
import { serverExtensions } from '../serverExtensions.js'
import { deleteInstanceFile } from './deleteInstanceFile.js'
import type { LxdFiles } from './LxdFiles.js'
import { makeInstanceDirectory } from './makeInstanceDirectory.js'
import { makeInstanceSymlink } from './makeInstanceSymlink.js'
import { readInstanceFile } from './readInstanceFile.js'
import { statInstanceFile } from './statInstanceFile.js'
import { walkInstanceFiles } from './walkInstanceFiles.js'
import { writeInstanceFile } from './writeInstanceFile.js'

/** Makes the manager of an instance's files. */
export function createFiles(place: InstancePlace): LxdFiles {
  const at = (path: string) => ({ ...instanceArguments(place), path })
  const files: LxdFiles = {
    get: (path, options) => readInstanceFile(place.client, at(path), options),
    stat: (path, options) => statInstanceFile(place.client, at(path), options),
    exists: (path, options) => existing(files.stat(path, options)),
    put: (path, body, settings, options) => writeInstanceFile(place.client, at(path), body, settings, options),
    mkDir: (path, owner, options) => makeInstanceDirectory(place.client, at(path), owner, options),
    symlink: (path, target, options) => makeInstanceSymlink(place.client, at(path), target, options),
    delete: (path, settings, options) => deleteInstanceFile(place.client, at(path), settings, options),
    deleteAvailable: async (options) => (await serverExtensions(place.client, options)).has('file_delete'),
    walk: (path, options) => walkInstanceFiles(place.client, at(path), options),
    async recursivePut(localPath, path, settings = {}, options = {}) {
      const { putTree } = await import('./node/putTree.js')
      return putTree(place.client, localPath, at(path), settings, options)
    },
    async recursiveGet(path, localPath, settings = {}, options = {}) {
      const { getTree } = await import('./node/getTree.js')
      return getTree(place.client, at(path), localPath, settings, options)
    },
  }
  return Object.freeze(files)
}
