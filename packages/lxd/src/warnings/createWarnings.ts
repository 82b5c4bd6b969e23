import { warningDelete } from '../actions/warningDelete.js'
import { warningGet } from '../actions/warningGet.js'
import { warningPatch } from '../actions/warningPatch.js'
import { warningPut } from '../actions/warningPut.js'
import { warningsGetRecursion1 } from '../actions/warningsGetRecursion1.js'
import type { LxdClient } from '../LxdClient.js'
import { createCollection } from '../objects/createCollection.js'
import { createNamedObject } from '../objects/createNamedObject.js'
import type { ProjectScope } from '../objects/LxdCollection.js'
import type { Warning } from '../schemas/Warning.js'
import type { WarningPut } from '../schemas/WarningPut.js'
import type { LxdWarning, LxdWarningParts, LxdWarnings } from './LxdWarnings.js'

/** Makes the manager of warnings. */
export const createWarnings = (client: LxdClient): LxdWarnings =>
  Object.freeze(
    createCollection<Warning, LxdWarning, ProjectScope>({
      scope: ['project'],
      list: ({ project }, options) => warningsGetRecursion1(client, { project }, options),
      read: (uuid, _, options) => warningGet(client, { uuid }, options),
      toItem: (data) => createWarning(client, data),
    }),
  )

function createWarning(client: LxdClient, data: Warning): LxdWarning {
  const { uuid } = data
  const warning: LxdWarning = createNamedObject<Warning, WarningPut, LxdWarningParts>(
    {
      client,
      data,
      name: uuid,
      read: (_, options) => warningGet(client, { uuid }, options),
      put: (_, body, options) => warningPut(client, { ...body, uuid }, options),
      patch: (_, body, options) => warningPatch(client, { ...body, uuid }, options),
      remove: (_, options) => warningDelete(client, { uuid }, options),
      readOnly: [
        'uuid',
        'location',
        'project',
        'type',
        'count',
        'first_seen_at',
        'last_seen_at',
        'last_message',
        'severity',
        'entity_url',
      ],
    },
    () => ({ acknowledge: (options) => warning.patch({ status: 'acknowledged' }, options) }),
  )
  return warning
}
