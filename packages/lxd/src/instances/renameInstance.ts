import { instancePost } from '../actions/instancePost.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'

/** Where an instance is moved to on its server, besides getting a name. */
export interface MoveInstanceSettings {
  /** Another pool for its root disk. @default the one it has */
  pool?: string | undefined
  /** Another project. @default its own */
  newProject?: string | undefined
}

/** Renames an instance, or moves it to another pool or project of its server, and corrects its place. */
export async function renameInstance(
  place: InstancePlace,
  name: string,
  { pool, newProject }: MoveInstanceSettings,
  options: LxdWaitOptions,
): Promise<void> {
  const { client } = place
  const moves = pool !== undefined || newProject !== undefined
  const parameters = { ...instanceArguments(place), name, ...(moves && { migration: true, pool, newProject }) }
  await runOperation(client, () => instancePost(client, parameters, options), options)
  Object.assign(place, { instanceName: name, project: newProject ?? place.project })
}
