import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import type { LxdNamedMethods } from '../objects/createNamedObject.js'
import type { LxdCollection, ProjectScope } from '../objects/LxdCollection.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { ImageAliasesEntry } from '../schemas/ImageAliasesEntry.js'
import type { ImageAliasesEntryPut } from '../schemas/ImageAliasesEntryPut.js'
import type { CreatedImageSettings } from './createdImage.js'
import type { LxdImage } from './LxdImage.js'
import type { SplitImage, UploadImageParameters } from './uploadImage.js'

/** Which images to list. */
export interface ImageSelection extends ProjectScope {
  /** The server's own filter: `properties.os eq busybox`. */
  filter?: string | undefined
}

/** A name of an image. `description` and `target` can be set. LXD 5.0 takes 10 s to rename one. */
export type LxdImageAlias = ImageAliasesEntry & LxdNamedMethods<ImageAliasesEntryPut>

/** A name to be. */
export interface CreateImageAliasDefinition {
  /** May hold slashes. */
  name: string
  /** Fingerprint of the image. */
  target: string
  description?: string | undefined
  /** `container` or `virtual-machine`. @default that of the image */
  type?: string | undefined
}

/** The names of images. Changing one reads and replaces it: the PATCH of LXD 5.0 blocks the server for 20 s, and fails. */
export interface LxdImageAliases extends LxdCollection<LxdImageAlias, ProjectScope> {
  /** @throws {LxdApiError} `isLxdConflict` when the name is taken; 404 without the image. */
  create(definition: CreateImageAliasDefinition, options?: ProjectScope & LxdCallOptions): Promise<LxdImageAlias>
}

/** Where another server is whose image is wanted. */
export interface RemoteImageDefinition extends CreatedImageSettings {
  /** `https://images.example.org`. */
  server: string
  /** @default simplestreams */
  protocol?: 'simplestreams' | 'lxd' | undefined
  /** Name of the image there; else `fingerprint` says which. */
  alias?: string | undefined
  fingerprint?: string | undefined
  /** The server's certificate, PEM, when no authority vouches for it. */
  certificate?: string | undefined
  /** What that server gave out for an image that is not public. */
  secret?: string | undefined
  /** `container` or `virtual-machine`. @default container */
  imageType?: string | undefined
}

/** The images of a server. */
export interface LxdImages extends Omit<LxdCollection<LxdImage, ProjectScope>, 'all'> {
  readonly aliases: LxdImageAliases
  /** Every image, with one request. */
  all(selection?: ImageSelection & LxdCallOptions): Promise<LxdImage[]>
  /** The image of a name. @throws {LxdApiError} `isLxdNotFound` when there is none of that name. */
  getByAlias(alias: string, scope?: ProjectScope & LxdCallOptions): Promise<LxdImage>
  /** Uploads an image, in one file or two, as it is read. See `uploadImage`. */
  create(
    image: LxdUploadBody | SplitImage,
    parameters?: UploadImageParameters & ProjectScope,
    options?: LxdWaitOptions,
  ): Promise<LxdImage>
  /** Makes the server download an image from another. */
  createFromServer(definition: RemoteImageDefinition, options?: ProjectScope & LxdWaitOptions): Promise<LxdImage>
  /** Makes the server download an image from a web server, which must send `LXD-Image-Hash` and `LXD-Image-URL`. */
  createFromUrl(
    definition: CreatedImageSettings & { url: string },
    options?: ProjectScope & LxdWaitOptions,
  ): Promise<LxdImage>
}
