import { instanceStatePut } from '../actions/instanceStatePut.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'

/** What an instance can be told to do. */
export type InstanceAction = 'start' | 'stop' | 'restart' | 'freeze' | 'unfreeze'

/** How the state of an instance is changed. */
export interface ChangeStateSettings {
  /** Whether to stop or restart without asking the instance to shut down. @default false */
  force?: boolean | undefined
  /** Whether to keep the memory when stopping, or to take it up again when starting. Needs CRIU for containers. @default false */
  stateful?: boolean | undefined
  /**
   * How long the instance may take to shut down, in milliseconds, rounded up to seconds; `Infinity` for as long as it
   * takes. After that the change fails. @default 30_000
   */
  shutdownTimeoutMs?: number | undefined
}

/**
 * Starts, stops, restarts, freezes or unfreezes an instance, and waits until that is done, with one wait.
 *
 * @throws {LxdOperationError} when the instance is in that state already, or does not shut down in time.
 * @throws {LxdApiError} `isLxdNotFound` without the instance.
 * @see LXD 5.0 REST API, `instance_state_put`: `PUT /1.0/instances/{instanceName}/state`
 * @example
 * await changeInstanceState(client, { instanceName: 'c1', action: 'stop', force: true })
 */
export async function changeInstanceState(
  client: LxdClient,
  parameters: ChangeStateSettings & {
    instanceName: string
    action: InstanceAction
    /** @default the client's */
    project?: string | undefined
  },
  options: LxdWaitOptions = {},
): Promise<void> {
  const { shutdownTimeoutMs = 30_000, force = false, stateful = false, ...place } = parameters
  const timeout = Number.isFinite(shutdownTimeoutMs) ? Math.ceil(shutdownTimeoutMs / 1000) : -1
  await runOperation(client, () => instanceStatePut(client, { ...place, timeout, force, stateful }, options), options)
}
