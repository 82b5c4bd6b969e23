import type { FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import type { JsonBody } from '../protocol/JsonBody.js'
import { pathOf } from '../protocol/pathOf.js'
import type { FakeInstance } from '../state/FakeInstance.js'
import type { FakeState } from '../state/FakeState.js'
import { execDetached } from './execDetached.js'
import { execThroughSockets } from './execThroughSockets.js'
import { expandConfig } from './expandDevices.js'
import { findInstance } from './findInstance.js'

/** Running programs in instances. */
export function execHandlers(state: FakeState): FakeHandlers {
  return {
    async instanceExecPost(call) {
      const body = await call.json('InstanceExecPost')
      const command = body.texts('command') ?? []
      const instance = findInstance(state, call)
      if (instance.status === 'Stopped') throw new FakeFault(400, 'Instance is not running')
      if (instance.status === 'Frozen') throw new FakeFault(400, 'Instance is frozen')
      const user = body.number('user', 0)
      const place = { user, group: body.number('group', 0), cwd: body.text('cwd') || '/root' }
      const input = { command, environment: environmentOf(state, instance, body, user), ...place }
      const interactive = body.flag('interactive')
      const size = { width: body.number('width', 0), height: body.number('height', 0) }
      const answer = body.flag('wait-for-websocket')
        ? execThroughSockets(state, instance, { ...input, terminal: interactive ? size : undefined })
        : execDetached(state, instance, { ...input, records: body.flag('record-output') })
      const source = pathOf(['instances', instance.name], instance.project)
      const { project } = instance
      state.events.lifecycle('instance-exec', { source, project, context: { command }, requested: false })
      return answer
    },
  }
}

function environmentOf(state: FakeState, instance: FakeInstance, body: JsonBody, user: number): Record<string, string> {
  const configured = Object.entries(expandConfig(state, instance))
    .filter(([key]) => key.startsWith('environment.'))
    .map(([key, value]) => [key.slice('environment.'.length), value])
  return {
    ...(user === 0 ? { HOME: '/root', USER: 'root' } : {}),
    LANG: 'C.UTF-8',
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    ...Object.fromEntries(configured),
    ...body.map('environment'),
  }
}
