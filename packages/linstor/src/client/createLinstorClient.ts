import { notify, systemClock } from '@x/core-errors'
import { openSocket } from '../connection/openSocket.js'
import { signInFirst } from '../transport/signInFirst.js'
import { Transport } from '../transport/Transport.js'
import { parseControllers } from '../uri/parseControllers.js'
import type { LinstorClient } from './LinstorClient.js'
import type { LinstorClientParameters } from './LinstorClientParameters.js'
import { resolveConfig } from './resolveConfig.js'

/**
 * Makes a client for the actions of `@x/linstor/actions`. Nothing is opened before the first call.
 *
 * @throws {ConfigurationError} when a parameter can't be used.
 * @example
 * await using client = createLinstorClient({ uri: 'linstor://node-a,node-b' })
 * for (const answer of await nodeList(client)) if (answer.kind === 'list') console.log(answer.list.nodes)
 */
export function createLinstorClient(parameters: LinstorClientParameters): LinstorClient {
  const addresses = parseControllers(parameters.uri)
  const config = resolveConfig(parameters, addresses)
  const { hooks, signIn, clock = systemClock, duplex = openSocket(parameters.tls) } = parameters
  const transport = new Transport({
    ...config,
    addresses,
    clock,
    hooks,
    openDuplex: duplex,
    introduce: signIn === undefined ? undefined : signInFirst(signIn),
    onNotice: (code, message, error) =>
      notify(hooks, 'onNotice', { client: 'linstor', code, message, ...(error === undefined ? {} : { error }) }),
  })
  const close = () => transport.close()
  return Object.freeze({ kind: 'linstor', config, transport, close, [Symbol.asyncDispose]: close })
}
