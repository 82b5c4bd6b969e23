import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import type { LxdUpdatable } from '../objects/LxdUpdatable.js'
import type { ImageMetadata } from '../schemas/ImageMetadata.js'

/** The metadata of an instance. Everything in it can be set. */
export type LxdInstanceMetadata = ImageMetadata & LxdUpdatable<Partial<ImageMetadata>>

/** The templates of an instance, from which the server makes files in it. */
export interface LxdInstanceTemplates {
  /** The names of the templates. */
  all(options?: LxdCallOptions): Promise<string[]>
  /** The text of a template. @throws {LxdApiError} `isLxdNotFound` when there is none of that name. */
  get(name: string, options?: LxdCallOptions): Promise<string>
  /** Writes a template, new or not. */
  put(name: string, body: LxdUploadBody, options?: LxdCallOptions): Promise<void>
  /** Deletes it. */
  delete(name: string, options?: LxdCallOptions): Promise<void>
}
