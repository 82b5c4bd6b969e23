import type { LxdConsole } from '../console/LxdConsole.js'
import type { ConsoleSettings } from '../console/openConsole.js'
import type { ExecTerminalSettings } from '../exec/ExecParameters.js'
import type { DetachedResult, ExecuteDetachedSettings } from '../exec/executeDetached.js'
import type { ExecuteResult, ExecuteSettings, OutputEncoding } from '../exec/executeInstance.js'
import type { LxdExec } from '../exec/LxdExec.js'
import type { LxdFiles } from '../files/LxdFiles.js'
import type { LxdImage } from '../images/LxdImage.js'
import type { PublishParameters } from '../images/publishInstance.js'
import type { LxdCallOptions } from '../LxdCallOptions.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdUpdatable } from '../objects/LxdUpdatable.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import type { Instance } from '../schemas/Instance.js'
import type { InstancePut } from '../schemas/InstancePut.js'
import type { InstanceState } from '../schemas/InstanceState.js'
import type { ChangeStateSettings } from './changeInstanceState.js'
import type { CopyInstanceSettings } from './copyInstance.js'
import type { LxdInstanceBackups } from './LxdInstanceBackups.js'
import type { LxdInstanceLogs } from './LxdInstanceLogs.js'
import type { LxdInstanceMetadata, LxdInstanceTemplates } from './LxdInstanceMetadata.js'
import type { LxdInstanceSnapshots } from './LxdInstanceSnapshots.js'
import type { MigrateInstanceSettings } from './migrateInstance.js'
import type { MoveInstanceSettings } from './renameInstance.js'

/** How an instance is told to change its state, and how long that is waited for. */
export interface ChangeStateOptions extends ChangeStateSettings, LxdWaitOptions {}

/** What can be done with an instance. */
export interface LxdInstanceMethods extends LxdUpdatable<InstancePut> {
  readonly files: LxdFiles
  readonly snapshots: LxdInstanceSnapshots
  readonly backups: LxdInstanceBackups
  readonly logs: LxdInstanceLogs
  readonly templates: LxdInstanceTemplates
  readonly metadata: {
    /** What the instance's image said about itself, as an object that can be changed. */
    get(options?: LxdCallOptions): Promise<LxdInstanceMetadata>
  }
  /** What it uses and does just now. */
  state(options?: LxdCallOptions): Promise<InstanceState>
  /** Starts it. @throws {LxdOperationError} when it runs already. */
  start(options?: ChangeStateOptions): Promise<void>
  /**
   * Asks it to shut down, and waits. One that is ephemeral is gone afterwards.
   *
   * @throws {LxdOperationError} when it is stopped already, or did not shut down in time; `force` does not ask.
   */
  stop(options?: ChangeStateOptions): Promise<void>
  /** Asks it to shut down, and starts it again. */
  restart(options?: ChangeStateOptions): Promise<void>
  /** Stops all its processes where they are. */
  freeze(options?: ChangeStateOptions): Promise<void>
  /** Lets its processes go on. */
  unfreeze(options?: ChangeStateOptions): Promise<void>
  /** Runs a command, connected to its input and outputs. See `execInstance`. */
  exec(command: readonly string[], settings?: ExecTerminalSettings, options?: LxdCallOptions): Promise<LxdExec>
  /** Runs a command and collects what it writes. See `executeInstance`. */
  execute<Encoding extends OutputEncoding = 'utf8'>(
    command: readonly string[],
    settings?: ExecuteSettings<Encoding>,
    options?: LxdCallOptions,
  ): Promise<ExecuteResult<Encoding>>
  /** Runs a command without a connection to it; the server can record what it writes. See `executeDetached`. */
  executeDetached(
    command: readonly string[],
    settings?: ExecuteDetachedSettings,
    options?: LxdWaitOptions,
  ): Promise<DetachedResult>
  /** Connects to its console. See `openConsole`. */
  console(settings?: ConsoleSettings, options?: LxdCallOptions): Promise<LxdConsole>
  /**
   * Gives it another name, and another pool or project if asked to; then it is read again. It must be stopped.
   *
   * @throws {LxdApiError} `isLxdConflict` when the name is taken.
   */
  rename(name: string, settings?: MoveInstanceSettings, options?: LxdWaitOptions): Promise<void>
  /**
   * Copies it on its server, with its snapshots, configuration, devices and profiles. It may run.
   *
   * @returns The copy, which is stopped.
   */
  copy(name: string, settings?: CopyInstanceSettings, options?: LxdWaitOptions): Promise<LxdInstance>
  /**
   * Sends it to another server, with its snapshots, and deletes it here when it has arrived, unless `keepSource` is set.
   * See `migrateInstance`.
   *
   * @returns The instance on the other server.
   */
  migrate(target: LxdClient, settings?: MigrateInstanceSettings, options?: LxdWaitOptions): Promise<LxdInstance>
  /** Makes an image of it. It must be stopped. See `publishInstance`. */
  publish(parameters?: PublishParameters, options?: LxdWaitOptions): Promise<LxdImage>
  /** Makes it what it was when a snapshot was taken. @throws {LxdOperationError} when there is no such snapshot. */
  restoreSnapshot(
    snapshotName: string,
    settings?: { stateful?: boolean | undefined },
    options?: LxdWaitOptions,
  ): Promise<void>
  /**
   * Deletes it, with its snapshots and backups.
   *
   * @param settings - `force` stops it before if it runs. @default false
   * @throws {LxdApiError} 400 while it runs.
   */
  delete(settings?: { force?: boolean | undefined }, options?: LxdWaitOptions): Promise<void>
}

/**
 * An instance: what the server says about it, and what can be done with it. `architecture`, `config`, `description`,
 * `devices`, `ephemeral` and `profiles` can be set.
 */
export type LxdInstance = Instance & LxdInstanceMethods
