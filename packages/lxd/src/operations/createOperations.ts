import { operationDelete } from '../actions/operationDelete.js'
import { operationGet } from '../actions/operationGet.js'
import { operationsGetRecursion1 } from '../actions/operationsGetRecursion1.js'
import type { LxdClient } from '../LxdClient.js'
import { existing } from '../objects/existing.js'
import type { LxdOperations } from './LxdOperations.js'
import { waitForOperation } from './waitForOperation.js'

/** Makes the manager of operations. */
export function createOperations(client: LxdClient): LxdOperations {
  const operations: LxdOperations = {
    async all({ project, allProjects, ...options } = {}) {
      return Object.values(await operationsGetRecursion1(client, { project, allProjects }, options)).flat()
    },
    get: (id, options) => operationGet(client, { id: idOf(id) }, options),
    exists: (id, options) => existing(operations.get(id, options)),
    async wait(id, options = {}) {
      return waitForOperation(client, await operations.get(id, options), options)
    },
    async cancel(id, options) {
      await operationDelete(client, { id: idOf(id) }, options)
    },
  }
  return Object.freeze(operations)
}

// Paths may carry a query: `/1.0/operations/<id>?project=p`.
const idOf = (idOrPath: string): string => idOrPath.split('?')[0]?.split('/').at(-1) ?? ''
