import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { type CopyChanges, copyDefinition } from './copyDefinition.js'
import { createInstanceFrom } from './createInstanceFrom.js'
import type { InstancePlace } from './InstancePlace.js'
import { readCopySource } from './readCopySource.js'

/** How an instance is copied on its server. */
export interface CopyInstanceSettings extends CopyChanges {
  /** Another project for the copy. @default its own */
  newProject?: string | undefined
  /** Whether to leave the snapshots out. @default false */
  instanceOnly?: boolean | undefined
  /** Whether to bring an existing copy up to date. Without it an existing instance is an error. @default false */
  refresh?: boolean | undefined
  /** Whether to go on when files change while they are copied. @default false */
  allowInconsistent?: boolean | undefined
}

/**
 * Copies an instance, or a snapshot of it, on its server.
 *
 * @param sourceName - `instance` or `instance/snapshot`.
 * @returns Where the copy is.
 */
export async function copyInstance(
  { client, project, objectAt }: InstancePlace,
  sourceName: string,
  name: string,
  settings: CopyInstanceSettings,
  options: LxdWaitOptions,
): Promise<InstancePlace> {
  const { newProject = project, instanceOnly, refresh, allowInconsistent, ...changes } = settings
  const original = await readCopySource(client, sourceName, project, options)
  const source = {
    type: 'copy',
    source: sourceName,
    project: project ?? client.config.project ?? 'default',
    instance_only: instanceOnly,
    refresh,
    allow_inconsistent: allowInconsistent,
  }
  const definition = { ...copyDefinition(original, changes), name, source, project: newProject }
  return { client, instanceName: await createInstanceFrom(client, definition, options), project: newProject, objectAt }
}
