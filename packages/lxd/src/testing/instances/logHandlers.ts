import { bytesAnswer } from '../protocol/bytesAnswer.js'
import { doneAnswer } from '../protocol/doneAnswer.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { pathOf } from '../protocol/pathOf.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeState } from '../state/FakeState.js'
import { findInstance } from './findInstance.js'

const ofTheServer = ['lxc.log', 'lxc.conf']
const recorded = /^exec_.*\.std(?:out|err)$/

/** Log files of instances: two that the server writes, and what programs wrote that were to be recorded. */
export function logHandlers(state: FakeState): FakeHandlers {
  const folderOf = ({ names }: FakeCall) => `${state.stateDirectory}/logs/${names['instanceName']}`
  return {
    instanceLogsGet(call) {
      const { name, project, logs } = findInstance(state, call)
      return syncAnswer([...logs.keys()].map((file) => pathOf(['instances', name, 'logs', file], project)))
    },
    instanceLogGet(call) {
      const { logs } = findInstance(state, call)
      const { filename = '' } = call.names
      if (!ofTheServer.includes(filename) && !recorded.test(filename)) {
        throw new FakeFault(400, `log file name ${filename} not valid`)
      }
      const bytes = logs.get(filename)
      // A log that is gone is an internal error. LXD 5.0.2, observed.
      if (bytes === undefined) throw new FakeFault(500, `open ${folderOf(call)}/${filename}: no such file or directory`)
      return bytesAnswer(call.request, bytes)
    },
    instanceLogDelete(call) {
      const { logs } = findInstance(state, call)
      const { filename = '' } = call.names
      if (ofTheServer.includes(filename)) throw new FakeFault(400, 'lxc.log and lxc.conf may not be deleted')
      if (!logs.delete(filename)) {
        throw new FakeFault(404, `remove ${folderOf(call)}/${filename}: no such file or directory`)
      }
      return doneAnswer()
    },
  }
}
