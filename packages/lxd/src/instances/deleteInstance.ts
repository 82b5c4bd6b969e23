import { instanceDelete } from '../actions/instanceDelete.js'
import { instanceGet } from '../actions/instanceGet.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import { changeInstanceState } from './changeInstanceState.js'
import { type InstancePlace, instanceArguments } from './InstancePlace.js'

const stopped = 102

/** Deletes an instance. @param force - Stops it before, if it runs. */
export async function deleteInstance(place: InstancePlace, force: boolean, options: LxdWaitOptions): Promise<void> {
  const { client } = place
  const here = instanceArguments(place)
  if (force) {
    const { signal, timeoutMs, headers } = options
    const { status_code: status, ephemeral } = await instanceGet(client, here, { signal, timeoutMs, headers })
    if (status !== stopped) await changeInstanceState(client, { ...here, action: 'stop', force }, options)
    // The server deletes it then.
    if (status !== stopped && ephemeral) return
  }
  await runOperation(client, () => instanceDelete(client, here, options), options)
}
