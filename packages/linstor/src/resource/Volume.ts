import { type CallOptions, ConfigurationError } from '@x/core-errors'
import { convertSize } from '../size/convertSize.js'
import { parseSize } from '../size/parseSize.js'

/** What a defined volume knows from the controller. */
export interface DeployedVolume {
  /** Size in bytes. */
  readonly size: bigint
  readonly minor: number | undefined
  readonly backingDisk: string | undefined
  readonly devicePath: string | undefined
  readonly storagePoolName: string | undefined
  /** Changes the size on the controller. */
  readonly resize: (sizeKib: bigint, options: CallOptions) => Promise<void>
}

/** One volume of a {@link Resource}: to be created, or as the controller knows it. */
export class Volume {
  #size: bigint
  #minor: number | undefined
  #deployed: DeployedVolume | undefined

  /**
   * @param size - Bytes, or a text such as `10 GiB`. What does not make a whole KiB is rounded up when it is created.
   * @throws {ConfigurationError} when that is no size.
   */
  constructor(size: bigint | number | string) {
    this.#size = toBytes(size)
  }

  /** @internal A volume that the controller knows already. */
  static deployed(known: DeployedVolume): Volume {
    const volume = new Volume(known.size)
    volume.#minor = known.minor
    volume.#deployed = known
    return volume
  }

  /** Whether the controller knows the volume. */
  get defined(): boolean {
    return this.#deployed !== undefined
  }

  /** Size in bytes. */
  get size(): bigint {
    return this.#size
  }

  /** DRBD minor number: 1000 is `/dev/drbd1000`. May be set until the volume is created. */
  get minor(): number | undefined {
    return this.#minor
  }

  set minor(minor: number | undefined) {
    if (this.defined)
      throw new ConfigurationError('the minor number of a volume that exists can not be set', { path: 'minor' })
    this.#minor = minor
  }

  /** Device below DRBD, on a node that has one. */
  get backingDisk(): string | undefined {
    return this.#deployed?.backingDisk
  }

  /** Device to use, for example `/dev/drbd1000`. */
  get devicePath(): string | undefined {
    return this.#deployed?.devicePath
  }

  /** Storage pool that the data is in. */
  get storagePoolName(): string | undefined {
    return this.#deployed?.storagePoolName
  }

  /**
   * Sets the size; of a volume that exists, on the controller at once and rounded up to whole KiB.
   *
   * @param size - Bytes, or a text such as `10 GiB`. Must not be less than it is.
   * @throws {ConfigurationError} when the volume would shrink, or that is no size.
   * @throws {LinstorApiError} when the controller refuses.
   */
  async setSize(size: bigint | number | string, options: CallOptions = {}): Promise<void> {
    const bytes = toBytes(size)
    if (this.#deployed === undefined) {
      this.#size = bytes
      return
    }
    if (bytes < this.#size)
      throw new ConfigurationError('a volume can not shrink', { operation: 'volumeDfnModify', path: 'size' })
    if (bytes === this.#size) return
    const sizeKib = convertSize(bytes, 'B', 'KiB', 'up')
    await this.#deployed.resize(sizeKib, options)
    this.#size = convertSize(sizeKib, 'KiB', 'B')
  }
}

function toBytes(size: bigint | number | string): bigint {
  const { value, unit } = typeof size === 'string' ? parseSize(size) : { value: size, unit: 'B' as const }
  const bytes = convertSize(value, unit, 'B')
  if (bytes === 0n) throw new ConfigurationError('a volume can not have size 0', { path: 'size' })
  return bytes
}
