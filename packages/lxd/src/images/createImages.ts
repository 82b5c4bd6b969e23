import { imageAliasGet } from '../actions/imageAliasGet.js'
import { imageGet } from '../actions/imageGet.js'
import { imagesGetRecursion1 } from '../actions/imagesGetRecursion1.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { Image } from '../schemas/Image.js'
import type { ImagesPostSource } from '../schemas/ImagesPostSource.js'
import { addAliases } from './addAliases.js'
import { type CreatedImageSettings, createdImage } from './createdImage.js'
import { createImage } from './createImage.js'
import { createImageAliases } from './createImageAliases.js'
import type { LxdImage } from './LxdImage.js'
import type { ImageSelection, LxdImages } from './LxdImages.js'
import { uploadImage } from './uploadImage.js'

/** Makes the manager of images. */
export function createImages(client: LxdClient): LxdImages {
  const fetched = async (
    source: ImagesPostSource,
    { aliases, autoUpdate, properties, public: isPublic }: CreatedImageSettings,
    { project, ...options }: { project?: string | undefined } & LxdWaitOptions,
  ): Promise<LxdImage> => {
    const definition = { source, auto_update: autoUpdate, properties, public: isPublic, project }
    const { fingerprint } = await createdImage(client, definition, 'use', options)
    await addAliases(client, fingerprint, aliases ?? [], { project }, callOptions(options))
    return images.get(fingerprint, { project, ...callOptions(options) })
  }
  const images: LxdImages = {
    ...createCollection<Image, LxdImage, ImageSelection>({
      scope: ['project', 'filter'],
      list: (selection, options) => imagesGetRecursion1(client, selection, options),
      read: (fingerprint, { project }, options) => imageGet(client, { fingerprint, project }, options),
      toItem: (data, { project }) => createImage(client, data, project),
    }),
    aliases: createImageAliases(client),
    async getByAlias(aliasName, { project, ...options } = {}) {
      const { target } = await imageAliasGet(client, { aliasName, project }, options)
      return images.get(target, { project, ...options })
    },
    async create(image, { aliases = [], ...parameters } = {}, options = {}) {
      const { fingerprint } = await uploadImage(client, image, parameters, options)
      const { project } = parameters
      await addAliases(client, fingerprint, aliases, { project }, callOptions(options))
      return images.get(fingerprint, { project, ...callOptions(options) })
    },
    createFromServer(definition, options = {}) {
      const { server, protocol = 'simplestreams', alias, fingerprint, certificate, secret, imageType } = definition
      const place = { server, protocol, alias, fingerprint, certificate, secret, image_type: imageType }
      return fetched({ type: 'image', mode: 'pull', ...place }, definition, options)
    },
    createFromUrl: (definition, options = {}) =>
      fetched({ type: 'url', mode: 'pull', url: definition.url }, definition, options),
  }
  return Object.freeze(images)
}

const callOptions = ({ signal, timeoutMs, headers }: LxdCallOptions): LxdCallOptions => ({ signal, timeoutMs, headers })
