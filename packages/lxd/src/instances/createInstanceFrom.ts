import { ProtocolError } from '@x/core-errors'
import { instancesPost } from '../actions/instancesPost.js'
import type { LxdClient } from '../LxdClient.js'
import type { LxdWaitOptions } from '../operations/LxdWaitOptions.js'
import { runOperation } from '../operations/runOperation.js'
import { parseResourcePath } from '../parseResourcePath.js'
import type { InstancesPost } from '../schemas/InstancesPost.js'
import type { Operation } from '../schemas/Operation.js'

/** Creates an instance and waits. @returns Its name, which the server makes up when there is none. */
export async function createInstanceFrom(
  client: LxdClient,
  definition: InstancesPost & { project?: string | undefined },
  options: LxdWaitOptions,
): Promise<string> {
  const { operation } = await runOperation(client, () => instancesPost(client, definition, options), options)
  const name = definition.name ?? nameIn(operation)
  if (name !== undefined) return name
  throw new ProtocolError('instancesPost: the server does not tell the name of the new instance', {
    operation: 'instancesPost',
    path: 'metadata.resources.instances',
  })
}

// Newer servers say where it is in `metadata`; the paths in `resources` are all that LXD 5.0 has.
function nameIn(operation: Operation | undefined): string | undefined {
  const path = operation?.metadata['entity_url'] ?? operation?.resources['instances']?.[0]
  return typeof path === 'string' ? parseResourcePath(path).name : undefined
}
