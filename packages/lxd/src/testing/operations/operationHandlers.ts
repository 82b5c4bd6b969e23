import { doneAnswer } from '../protocol/doneAnswer.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import { upgradeAnswer } from '../sockets/upgradeAnswer.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeOperation } from './FakeOperation.js'
import { documentOf } from './OperationTable.js'

/** Operations: listing, reading, waiting, canceling, and the sockets they hand out. */
export function operationHandlers(state: FakeState): FakeHandlers {
  const find = ({ names }: FakeCall): FakeOperation => {
    const operation = state.operations.get(names['id'] ?? '')
    if (operation === undefined) throw new FakeFault(404, 'Operation not found')
    return operation
  }
  return {
    operationsGet({ query, project, recursion }) {
      const byStatus: Record<string, unknown[]> = {}
      for (const operation of state.operations.all(query.get('all-projects') === 'true' ? undefined : project)) {
        const key = operation.status.toLowerCase()
        byStatus[key] ??= []
        byStatus[key].push(recursion > 0 ? documentOf(operation) : `/1.0/operations/${operation.id}`)
      }
      return syncAnswer(byStatus)
    },
    operationGet: (call) => syncAnswer(documentOf(find(call))),
    operationDelete(call) {
      const operation = find(call)
      if (operation.spec.mayCancel !== true || operation.isOver) {
        throw new FakeFault(400, "This operation can't be cancelled")
      }
      operation.end('Cancelled')
      const source = `/1.0/operations/${operation.id}`
      state.events.lifecycle('operation-cancelled', { source, project: operation.spec.project })
      return doneAnswer()
    },
    async operationWaitGet(call) {
      const operation = find(call)
      const timeout = Number(call.query.get('timeout') ?? -1)
      if (Number.isNaN(timeout)) {
        const text = call.query.get('timeout')
        throw new FakeFault(500, `strconv.Atoi: parsing "${text}": invalid syntax`)
      }
      if (!operation.isOver) await waited(state, operation, timeout, call.request.signal)
      return syncAnswer(documentOf(operation))
    },
    operationWebsocketGet(call) {
      const operation = find(call)
      const secret = call.query.get('secret')
      if (secret === null) throw new FakeFault(500, 'missing secret')
      const run = call.wantsSocket ? operation.spec.connect?.(secret) : undefined
      if (run === undefined) throw new FakeFault(500, 'permission denied')
      return upgradeAnswer(run)
    },
  }
}

// Until the operation is over, the time is up (-1 for never), or the client is gone.
function waited(state: FakeState, operation: FakeOperation, seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = seconds < 0 ? () => {} : state.clock.schedule(seconds * 1_000, done)
    function done(): void {
      cancel()
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done, { once: true })
    void operation.over.then(done)
  })
}
