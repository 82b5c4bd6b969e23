import { type FakeCall, FakeFault } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import type { FakeServer } from '../state/entities.js'

// 60 characters in the data base, of which a prefix takes 14.
const longestTag = 46
const mostTags = 50

/** Tags of servers: `PENDADD` until the back end has them, then `ACTIVE`. */
export function tagHandlers(state: CycladesState) {
  const found = ({ user, names }: FakeCall) => state.server(user, names['serverId'])
  const show = ({ tags }: FakeServer) => ({ tags: [...tags.keys()], statuses: [...tags.values()] })
  const none = () => new Response(null, { status: 404 })
  const add = (server: FakeServer, tag: string) => {
    if (tag === '' || tag.length > longestTag || /[/,]/.test(tag)) throw new FakeFault('badRequest', 'Malformed tag')
    if (server.tags.size >= mostTags) throw new FakeFault('badRequest', 'Too many tags')
    server.tags.set(tag, 'PENDADD')
    state.later(state.timings.tag, () => {
      if (server.tags.has(tag)) server.tags.set(tag, 'ACTIVE')
    })
  }
  return {
    'GET /servers/{serverId}/tags': (call: FakeCall) => show(found(call)),
    'PUT /servers/{serverId}/tags': async (call: FakeCall) => {
      const server = found(call)
      const { tags } = await call.json()
      if (!Array.isArray(tags)) throw new FakeFault('badRequest', 'Malformed Request.')
      for (const tag of server.tags.keys()) if (!tags.includes(tag)) server.tags.delete(tag)
      for (const tag of tags) if (!server.tags.has(String(tag))) add(server, String(tag))
      return show(server)
    },
    'DELETE /servers/{serverId}/tags': (call: FakeCall) => {
      const { tags } = found(call)
      if (![...tags.values()].includes('ACTIVE')) return none()
      tags.clear()
      return undefined
    },
    'GET /servers/{serverId}/tags/{tag}': (call: FakeCall) => {
      const status = found(call).tags.get(call.names['tag'] ?? '')
      return status === undefined ? none() : new Response(null, { status: 204, headers: { 'tag-status': status } })
    },
    'PUT /servers/{serverId}/tags/{tag}': (call: FakeCall) => {
      const server = found(call)
      const tag = call.names['tag'] ?? ''
      if (server.tags.has(tag)) return new Response(null, { status: 204 })
      add(server, tag)
      const location = `${state.cloud.origin()}/compute/v2.0/servers/${server.id}/tags/${encodeURIComponent(tag)}`
      return new Response(null, { status: 201, headers: { location } })
    },
    'DELETE /servers/{serverId}/tags/{tag}': (call: FakeCall) => {
      const { tags } = found(call)
      if (tags.get(call.names['tag'] ?? '') !== 'ACTIVE') return none()
      tags.delete(call.names['tag'] ?? '')
      return undefined
    },
  }
}
