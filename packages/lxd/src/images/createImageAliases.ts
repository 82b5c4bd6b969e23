import { imageAliasDelete } from '../actions/imageAliasDelete.js'
import { imageAliasGet } from '../actions/imageAliasGet.js'
import { imagesAliasesGetRecursion1 } from '../actions/imagesAliasesGetRecursion1.js'
import { imagesAliasesPost } from '../actions/imagesAliasesPost.js'
import { imagesAliasesPut } from '../actions/imagesAliasesPut.js'
import { imagesAliasPost } from '../actions/imagesAliasPost.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import type { ProjectScope } from '../objects/LxdCollection.js'
import type { ImageAliasesEntry } from '../schemas/ImageAliasesEntry.js'
import type { ImageAliasesEntryPut } from '../schemas/ImageAliasesEntryPut.js'
import type { LxdImageAlias, LxdImageAliases } from './LxdImages.js'

/** Makes the manager of the names of images. */
export function createImageAliases(client: LxdClient): LxdImageAliases {
  const aliases: LxdImageAliases = {
    ...createCollection<ImageAliasesEntry, LxdImageAlias, ProjectScope>({
      scope: ['project'],
      list: ({ project }, options) => imagesAliasesGetRecursion1(client, { project }, options),
      read: (aliasName, { project }, options) => imageAliasGet(client, { aliasName, project }, options),
      toItem: (data, { project }) => createAlias(client, data, project),
    }),
    async create(definition, { project, ...options } = {}) {
      await imagesAliasesPost(client, { ...definition, project }, options)
      return aliases.get(definition.name, { project, ...options })
    },
  }
  return Object.freeze(aliases)
}

const createAlias = (client: LxdClient, data: ImageAliasesEntry, project: string | undefined): LxdImageAlias =>
  createNamedObject<ImageAliasesEntry, ImageAliasesEntryPut>({
    client,
    data,
    name: data.name,
    read: (aliasName, options) => imageAliasGet(client, { aliasName, project }, options),
    put: (aliasName, body, options) => imagesAliasesPut(client, { ...body, aliasName, project }, options),
    // The server's own blocks LXD 5.0 for 20 s, and fails.
    async rawPatch(aliasName, body, options) {
      const { description, target } = await imageAliasGet(client, { aliasName, project }, options)
      return imagesAliasesPut(client, { description, target, ...body, aliasName, project }, options)
    },
    rename: (aliasName, name, options) => imagesAliasPost(client, { aliasName, name, project }, options),
    remove: (aliasName, options) => imageAliasDelete(client, { aliasName, project }, options),
    readOnly: ['name', 'type', 'access_entitlements'],
  })
