import { doneAnswer } from '../protocol/doneAnswer.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { pathOf } from '../protocol/pathOf.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeState } from '../state/FakeState.js'
import type { FakeWarning } from '../state/FakeWarning.js'

/** Warnings of the server. */
export function warningHandlers(state: FakeState): FakeHandlers {
  const find = ({ names }: FakeCall): FakeWarning => {
    const warning = state.warnings.find(({ uuid }) => uuid === names['uuid'])
    if (warning === undefined) throw new FakeFault(404, 'Warning not found')
    return warning
  }
  const update = async (call: FakeCall) => {
    const warning = find(call)
    const status = (await call.json('WarningPut')).text('status')
    if (status !== 'new' && status !== 'acknowledged') {
      throw new FakeFault(400, 'Status may only be set to acknowledge or new')
    }
    warning.status = status
    const action = status === 'new' ? 'warning-reset' : 'warning-acknowledged'
    state.events.lifecycle(action, { source: pathOf(['warnings', warning.uuid]) })
    return doneAnswer()
  }
  return {
    warningsGet: ({ recursion }) =>
      syncAnswer(
        state.warnings.map((warning) => (recursion > 0 ? documentOf(warning) : pathOf(['warnings', warning.uuid]))),
      ),
    warningGet: (call) => syncAnswer(documentOf(find(call))),
    warningPut: update,
    warningPatch: update,
    warningDelete(call) {
      const warning = find(call)
      state.warnings = state.warnings.filter((one) => one !== warning)
      state.events.lifecycle('warning-deleted', { source: pathOf(['warnings', warning.uuid]) })
      return doneAnswer()
    },
  }
}

const documentOf = ({ status, uuid, type, firstSeenAt, message, severity }: FakeWarning) => ({
  status,
  uuid,
  location: 'none',
  project: '',
  type,
  count: 1,
  first_seen_at: firstSeenAt,
  last_seen_at: firstSeenAt,
  last_message: message,
  severity,
  entity_url: '',
})
