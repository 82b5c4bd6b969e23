import { serverGet } from '../actions/serverGet.js'
import { serverPatch } from '../actions/serverPatch.js'
import { serverPut } from '../actions/serverPut.js'
import type { LxdClient } from '../LxdClient.js'
import { attachMethods } from '../objects/attachMethods.js'
import { createUpdatable } from '../objects/createUpdatable.js'
import type { Server } from '../schemas/Server.js'
import type { ServerPut } from '../schemas/ServerPut.js'
import type { LxdServerManager } from './LxdServer.js'

/** Makes the reader of the server. */
export const createServer = (client: LxdClient): LxdServerManager =>
  Object.freeze<LxdServerManager>({
    async get(options) {
      const data = await serverGet(client, {}, options)
      const object = structuredClone(data)
      const updatable = createUpdatable<Server, ServerPut>(object, data, {
        client,
        read: (call) => serverGet(client, {}, call),
        put: (body, call) => serverPut(client, body, call),
        patch: (body, call) => serverPatch(client, body, call),
        readOnly: Object.keys(data).filter((key) => key !== 'config'),
      })
      return attachMethods(object, updatable)
    },
  })
