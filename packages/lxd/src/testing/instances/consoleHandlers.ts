import { bytesAnswer } from '../protocol/bytesAnswer.js'
import { doneAnswer } from '../protocol/doneAnswer.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { pathOf } from '../protocol/pathOf.js'
import { randomHex } from '../protocol/randomHex.js'
import { discard } from '../sockets/discard.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { findInstance } from './findInstance.js'
import { instanceResources } from './instanceResources.js'

/** Consoles of instances, and their logs. */
export function consoleHandlers(state: FakeState): FakeHandlers {
  return {
    async instanceConsolePost(call) {
      const body = await call.json('InstanceConsolePost')
      const instance = findInstance(state, call)
      const type = body.text('type')
      if (type === 'vga') throw new FakeFault(400, 'VGA console is only supported by virtual machines')
      if (type !== '' && type !== 'console') throw new FakeFault(400, `Unknown console type "${type}"`)
      if (instance.status === 'Stopped') throw new FakeFault(400, 'Instance is not running')
      const { name, project } = instance
      const source = pathOf(['instances', name], project)
      state.events.lifecycle('instance-console', { source, project, context: { type: 'console' }, requested: false })
      return openConsole(state, instance)
    },
    instanceConsoleGet: (call) => bytesAnswer(call.request, findInstance(state, call).console.log),
    instanceConsoleDelete(call) {
      existing(state, call).console.log = new Uint8Array()
      return doneAnswer()
    },
  }
}

// Only this request says where it looked. LXD 5.0.2, observed.
function existing(state: FakeState, call: FakeCall): FakeInstance {
  try {
    return findInstance(state, call)
  } catch (error) {
    if (!(error instanceof FakeFault)) throw error
    const { names, project } = call
    throw new FakeFault(
      error.status,
      `Failed to fetch instance "${names['instanceName']}" in project "${project}": ${error.message}`,
    )
  }
}

function openConsole(state: FakeState, { name, project, console }: FakeInstance): Response {
  const secrets = { terminal: randomHex(32), control: randomHex(32) }
  const operation = state.operations.prepare({
    class: 'websocket',
    description: 'Showing console',
    project,
    resources: instanceResources(name),
    metadata: { fds: { 0: secrets.terminal, control: secrets.control } },
    connect(secret) {
      if (operation.isOver) return undefined
      // Sizes of terminals are for nobody here.
      if (secret === secrets.control) return (socket) => void discard(socket)
      if (secret !== secrets.terminal) return undefined
      return async (socket) => {
        await console.connect(socket)
        // However it ends, it is a failure. LXD 5.0.2, observed.
        operation.end('Failure', 'read /dev/ptmx: file already closed')
      }
    },
  })
  return state.operations.answerWith(operation)
}
