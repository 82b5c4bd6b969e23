import { instanceDelete } from '../actions/instanceDelete.js'
import { instanceGet } from '../actions/instanceGet.js'
import { instancePost } from '../actions/instancePost.js'
import { instancesPost } from '../actions/instancesPost.js'
import type { LxdClient } from '../LxdClient.js'
import type { MigrationMode } from '../migration/MigrationMode.js'
import { runMigration } from '../migration/runMigration.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import { type CopyChanges, copyDefinition } from './copyDefinition.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'

/** How an instance is sent to another server. */
export interface MigrateInstanceSettings extends CopyChanges {
  /** Its name there. @default its own */
  name?: string | undefined
  /** Its project there. @default that of the client it is sent to */
  newProject?: string | undefined
  /** Who connects to whom. @default pull */
  mode?: MigrationMode | undefined
  /** Whether to send it with its memory while it runs. Needs CRIU for containers. @default false */
  live?: boolean | undefined
  /** Whether to copy in place of moving: it stays here too. @default false */
  keepSource?: boolean | undefined
  /** Whether to leave the snapshots out. @default false */
  instanceOnly?: boolean | undefined
  /** Whether to bring an existing copy up to date. Without it an existing instance is an error. @default false */
  refresh?: boolean | undefined
  /** Whether to go on when files change while they are copied. @default false */
  allowInconsistent?: boolean | undefined
}

/**
 * Sends an instance to another server, with its snapshots, and deletes it here when it has arrived.
 *
 * @returns Where it is now.
 * @throws {LxdOperationError} when the transfer fails, or the name is taken there; nothing is deleted then.
 */
export async function migrateInstance(
  place: InstancePlace,
  target: LxdClient,
  settings: MigrateInstanceSettings,
  options: LxdWaitOptions,
): Promise<InstancePlace> {
  const { client: source } = place
  const { name = place.instanceName, newProject, mode = 'pull', keepSource = false, live = false, ...more } = settings
  const { instanceOnly, refresh, allowInconsistent, ...changes } = more
  const call = { signal: options.signal, timeoutMs: options.timeoutMs, headers: options.headers }
  const original = await instanceGet(source, instanceArguments(place), call)
  const definition = { ...copyDefinition(original, changes), name, project: newProject }
  const shared = { instance_only: instanceOnly, allow_inconsistent: allowInconsistent, live }
  const departure = { ...instanceArguments(place), name, migration: true, ...shared }
  const arrival = { type: 'migration', 'base-image': original.config['volatile.base_image'], refresh, ...shared }
  await runMigration(
    {
      operation: 'migrateInstance',
      source,
      target,
      leave: (peer) => instancePost(source, { ...departure, ...(peer && { target: peer }) }, call),
      arrive: (how, peer) => instancesPost(target, { ...definition, source: { ...arrival, mode: how, ...peer } }, call),
    },
    mode,
    options,
  )
  if (!keepSource) await runOperation(source, () => instanceDelete(source, instanceArguments(place), call), options)
  return { ...place, client: target, instanceName: name, project: newProject }
}
