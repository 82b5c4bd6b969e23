import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdUploadBody } from '../LxdUploadBody.js'
import type { LxdCollection, ProjectScope } from '../objects/LxdCollection.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { InstanceFull } from '../schemas/InstanceFull.js'
import type { InstancesPost } from '../schemas/InstancesPost.js'
import type { InstanceAction } from './changeInstanceState.js'
import type { ImportInstanceParameters } from './importInstance.js'
import type { ChangeStateOptions, LxdInstance } from './LxdInstance.js'

/** Which instances to list. */
export interface InstanceSelection extends ProjectScope {
  /** `container` or `virtual-machine`. @default both */
  type?: string | undefined
  /** The server's own filter: `status eq running`. */
  filter?: string | undefined
  /** Whether to list the instances of every project; not together with `project`. @default false */
  allProjects?: boolean | undefined
}

/** An instance to be. */
export interface CreateInstanceDefinition extends InstancesPost {
  /** Whether to start it too. @default false */
  start?: boolean | undefined
}

/** The instances of a server. */
export interface LxdInstances extends Omit<LxdCollection<LxdInstance, ProjectScope>, 'all'> {
  /** Every instance, with one request. */
  all(selection?: InstanceSelection & LxdCallOptions): Promise<LxdInstance[]>
  /** Every instance with its state, snapshots and backups, with one request: plain data. */
  allFull(selection?: InstanceSelection & LxdCallOptions): Promise<InstanceFull[]>
  /**
   * Creates an instance, waits, and reads it. Without a name the server makes one up.
   *
   * What it is made of is in `source`: an image of the server (`{ type: 'image', alias }`, or `fingerprint`), an image of
   * another (with `mode: 'pull'`, `server` and `protocol`), another instance or a snapshot of one (`{ type: 'copy', source:
   * 'c1/snap0' }`; what is left out is taken over from it) or nothing (`{ type: 'none' }`).
   *
   * @throws {LxdApiError} 404 for an image that does not exist.
   * @throws {LxdOperationError} when the name is taken, or there is no root disk.
   * @example
   * await lxd.instances.create({ name: 'c1', source: { type: 'image', alias: 'debian/12' }, start: true })
   */
  create(definition: CreateInstanceDefinition, options?: ProjectScope & LxdWaitOptions): Promise<LxdInstance>
  /**
   * Creates an instance from an exported backup, with its snapshots.
   *
   * @returns The instance, and the SHA-256 of what was sent.
   * @throws {LxdOperationError} when an instance of that name exists.
   */
  import(
    body: LxdUploadBody,
    parameters: ImportInstanceParameters & ProjectScope,
    options?: LxdWaitOptions,
  ): Promise<{ instance: LxdInstance; sha256: string }>
  /** Starts, stops, restarts, freezes or unfreezes **every** instance of the project, with one request. */
  changeAll(action: InstanceAction, options?: ProjectScope & ChangeStateOptions): Promise<void>
}
