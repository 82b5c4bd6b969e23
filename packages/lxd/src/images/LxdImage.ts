import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdDeletable } from '../objects/createNamedObject.js'
import type { LxdUpdatable } from '../objects/LxdUpdatable.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { Image } from '../schemas/Image.js'
import type { ImagePut } from '../schemas/ImagePut.js'
import type { CopyImageSettings } from './copyImage.js'
import type { ImageSecret } from './createImageSecret.js'
import type { ImageExport } from './exportImage.js'

/** What can be done with an image. */
export interface LxdImageMethods extends LxdUpdatable<ImagePut>, LxdDeletable {
  /** Downloads it. See `exportImage`. */
  export(options?: LxdCallOptions): Promise<ImageExport>
  /** Gives it a name, and reads it again. @throws {LxdApiError} `isLxdConflict` when the name is taken. */
  addAlias(name: string, description?: string, options?: LxdCallOptions): Promise<void>
  /** Takes a name from it, and reads it again. */
  deleteAlias(name: string, options?: LxdCallOptions): Promise<void>
  /**
   * Looks for a newer image where it came from. A newer one has another fingerprint, and the aliases of this one.
   *
   * @returns Whether there was a newer one, where the server tells.
   * @throws {LxdOperationError} for an image that was uploaded, and came from nowhere.
   */
  refresh(options?: LxdWaitOptions): Promise<boolean | undefined>
  /** Lets somebody without a trusted certificate download it, once. */
  createSecret(options?: LxdCallOptions): Promise<ImageSecret>
  /** Copies it to another server. See `copyImage`. @returns The image there. */
  copy(target: LxdClient, settings?: CopyImageSettings, options?: LxdWaitOptions): Promise<LxdImage>
}

/**
 * An image: what the server says about it, and what can be done with it. `auto_update`, `expires_at`, `profiles`,
 * `properties` and `public` can be set.
 */
export type LxdImage = Image & LxdImageMethods
