import { checkIfMatch } from '../protocol/checkIfMatch.js'
import { doneAnswer } from '../protocol/doneAnswer.js'
import { entityTag } from '../protocol/entityTag.js'
import type { FakeCall, FakeHandlers } from '../protocol/FakeCall.js'
import { FakeFault } from '../protocol/FakeFault.js'
import { syncAnswer } from '../protocol/syncAnswer.js'
import type { FakeState } from '../state/FakeState.js'
import { mergeConfig, withoutEmpty } from '../storage/mergeConfig.js'
import { serverDocument } from './serverDocument.js'

const known = /^(?:user|core|backups|candid|cluster|images|instances|maas|network|rbac|storage|loki|acme|oidc)\./

/** The server itself: what it is, and its configuration. */
export function serverHandlers(state: FakeState): FakeHandlers {
  const update = async (call: FakeCall, isPatch: boolean) => {
    const body = await call.json('ServerPut')
    checkIfMatch(call.request, await entityTag(state.config))
    const sent = body.map('config')
    // What belongs to the user survives a PUT that does not name it. LXD 5.0.2, observed.
    const kept = Object.entries(state.config).filter(([key]) => isPatch || key.startsWith('user.'))
    const config = isPatch ? mergeConfig(state.config, sent) : { ...Object.fromEntries(kept), ...withoutEmpty(sent) }
    const wrong = Object.keys(config).find((key) => !known.test(key))
    if (wrong !== undefined) throw new FakeFault(400, `cannot set '${wrong}' to '${config[wrong]}': unknown key`)
    state.config = config
    state.events.lifecycle('config-updated', { source: '/1.0' })
    return doneAnswer()
  }
  return {
    apiGet: () => syncAnswer(['/1.0']),
    serverGet: async ({ project }) =>
      syncAnswer(serverDocument(state, project), { etag: await entityTag(state.config) }),
    serverPut: (call) => update(call, false),
    serverPatch: (call) => update(call, true),
  }
}
