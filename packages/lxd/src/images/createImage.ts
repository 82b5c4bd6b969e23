import { imageAliasDelete } from '../actions/imageAliasDelete.js'
import { imageDelete } from '../actions/imageDelete.js'
import { imageGet } from '../actions/imageGet.js'
import { imagePatch } from '../actions/imagePatch.js'
import { imagePut } from '../actions/imagePut.js'
import { imagesRefreshPost } from '../actions/imagesRefreshPost.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { attachMethods } from '../objects/attachMethods.js'
import { copyJson } from '../objects/copyJson.js'
import { createUpdatable } from '../objects/createUpdatable.js'
import { extendMethods } from '../objects/extendMethods.js'
import { methodPrototype } from '../objects/methodPrototype.js'
import { updatableNames } from '../objects/updatableNames.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import type { Image } from '../schemas/Image.js'
import type { ImagePut } from '../schemas/ImagePut.js'
import { addAliases } from './addAliases.js'
import { type CopyImageSettings, copyImage } from './copyImage.js'
import { createImageSecret } from './createImageSecret.js'
import { exportImage } from './exportImage.js'
import type { LxdImage, LxdImageMethods } from './LxdImage.js'

const prototype = methodPrototype<LxdImageMethods>({
  ...updatableNames,
  export: true,
  addAlias: true,
  deleteAlias: true,
  refresh: true,
  createSecret: true,
  copy: true,
  delete: true,
})

const readOnly = [
  'access_entitlements',
  'aliases',
  'architecture',
  'cached',
  'created_at',
  'filename',
  'fingerprint',
  'last_used_at',
  'project',
  'release_codename',
  'release_title',
  'size',
  'type',
  'update_source',
  'uploaded_at',
]

/** Makes the object of an image from what the server said about it. */
export const createImage = (client: LxdClient, data: Image, project: string | undefined): LxdImage =>
  attachMethods(copyJson(data), prototype, (object) => imageMethods(client, object, data, project))

function imageMethods(client: LxdClient, object: Image, data: Image, project: string | undefined): LxdImageMethods {
  const { fingerprint } = data
  const here = { fingerprint, project }
  const updatable = createUpdatable<Image, ImagePut>(object, data, {
    client,
    read: (options) => imageGet(client, here, options),
    put: (body, options) => imagePut(client, { ...body, ...here }, options),
    // It ignores some fields, `expires_at` among them. LXD 5.0.2, observed.
    rawPatch: (body, options) => imagePatch(client, { ...body, ...here }, options),
    readOnly,
  })
  return extendMethods(updatable, {
    export: (options?: LxdCallOptions) => exportImage(client, here, options),
    async addAlias(name: string, description?: string, options: LxdCallOptions = {}) {
      await addAliases(client, fingerprint, [{ name, description }], { project }, options)
      await updatable.sync(options)
    },
    async deleteAlias(name: string, options: LxdCallOptions = {}) {
      await imageAliasDelete(client, { aliasName: name, project }, options)
      await updatable.sync(options)
    },
    async refresh(options: LxdWaitOptions = {}) {
      const { operation } = await runOperation(client, () => imagesRefreshPost(client, here, options), options)
      const refreshed = operation?.metadata['refreshed']
      return typeof refreshed === 'boolean' ? refreshed : undefined
    },
    createSecret: (options?: LxdCallOptions) => createImageSecret(client, here, options),
    async copy(target: LxdClient, settings: CopyImageSettings = {}, options: LxdWaitOptions = {}) {
      const copied = await copyImage(client, target, here, settings, options)
      const { signal, timeoutMs } = options
      const place = { fingerprint: copied, project: settings.newProject }
      return createImage(target, await imageGet(target, place, { signal, timeoutMs }), settings.newProject)
    },
    async delete(options: LxdWaitOptions = {}) {
      await runOperation(client, () => imageDelete(client, here, options), options)
    },
  })
}
