/** How long things take in a fake cloud, in milliseconds of its clock. */
export interface FakeTimings {
  /** From `BUILD` to `ACTIVE`. @default 2_000 */
  build: number
  /** A task of a server: start, stop, reboot, resize, rescue. @default 500 */
  task: number
  /** A port: connecting and disconnecting. @default 500 */
  port: number
  /** A volume: creating, attaching, detaching, deleting. @default 500 */
  volume: number
  /** A snapshot. @default 500 */
  snapshot: number
  /** A tag: until the back end has it. @default 500 */
  tag: number
}

/** A flavor of a fake cloud. */
export interface FakeFlavor {
  id: number
  name: string
  vcpus: number
  /** MiB. */
  ram: number
  /** GiB. */
  disk: number
  disk_template: string
  volume_type: number
  allow_create: boolean
  is_public: boolean
  /** Projects that may use one that is not public. */
  access: string[]
}

/** A volume type of a fake cloud. */
export interface FakeVolumeType {
  id: number
  name: string
  disk_template: string
  detachable: boolean
}

/** An image that a test puts into a fake cloud; the rest has defaults. */
export interface FakeImageInput {
  id?: string
  name: string
  /** Uuid. @default the first user */
  owner?: string
  location?: string
  is_public?: boolean
  /** Bytes. */
  size?: number
  properties?: Record<string, string>
}

/** How a fake of compute, network, volume and image is made. */
export interface CreateFakeCycladesParameters {
  /** @default two small ones, one of them `drbd`, and a larger `ext_archipelago` */
  flavors?: readonly (Partial<FakeFlavor> & Pick<FakeFlavor, 'id'>)[] | undefined
  /** @default a public Debian */
  images?: readonly FakeImageInput[] | undefined
  /** Addresses of the public network, `203.0.113.0/24`. @default 20 */
  publicAddresses?: number | undefined
  timings?: Partial<FakeTimings> | undefined
  /** Whether servers can be rescued. @default false */
  rescue?: boolean | undefined
  /** Network types that may be created. @default ['MAC_FILTERED'] */
  networkTypes?: readonly string[] | undefined
}
