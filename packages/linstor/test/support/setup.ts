import { createLinstor, type Linstor, type LinstorClientParameters } from '../../src/index.js'
import {
  type ScriptedConnection,
  type ScriptedServer,
  type ScriptOptions,
  startScriptedServer,
} from './startScriptedServer.js'

/** A client, connected to a scripted server. */
export interface Setup extends AsyncDisposable {
  readonly server: ScriptedServer
  readonly linstor: Linstor
  readonly connection: ScriptedConnection
  /** Codes of the notices so far. */
  readonly notices: string[]
}

/** Starts a scripted server and connects a client that makes no call twice, unless the parameters say otherwise. */
export async function setup(
  parameters: Partial<LinstorClientParameters> = {},
  script: ScriptOptions = {},
): Promise<Setup> {
  const server = await startScriptedServer(script)
  const notices: string[] = []
  const hooks = { onNotice: ({ code }: { code: string }) => void notices.push(code), ...parameters.hooks }
  const linstor = createLinstor({ uri: server.uri, retry: false, ...parameters, hooks })
  await linstor.connect()
  return {
    server,
    linstor,
    notices,
    connection: await server.connection(),
    async [Symbol.asyncDispose]() {
      await linstor.close()
      await server[Symbol.asyncDispose]()
    },
  }
}
