import { type FakeCall, FakeFault } from '@x/kamaki-astakos/testing'
import type { CycladesState } from '../state/CycladesState.js'
import { member, metadata } from '../state/requests.js'

const limits = { items: 10, key: 50, value: 500 }

/** Metadata of servers and of images. */
export function metadataHandlers(state: CycladesState) {
  const ofServer = ({ user, names }: FakeCall) => state.server(user, names['serverId']).metadata
  const ofImage = ({ user, names }: FakeCall) => state.image(user, names['imageId']).properties
  const show = (values: Record<string, string>, key = '') => {
    const value = values[key]
    if (value === undefined) throw new FakeFault('itemNotFound', 'Metadata key not found.')
    return { meta: { [key]: value } }
  }
  const merge = async (values: Record<string, string>, call: FakeCall) => {
    const added = member(await call.json(), 'metadata')
    metadata({ ...values, ...added }, limits)
    Object.assign(values, added)
    return { metadata: values }
  }
  const set = async (values: Record<string, string>, { names, json }: FakeCall) => {
    const key = names['key'] ?? ''
    const meta = member(await json(), 'meta')
    if (Object.keys(meta).length !== 1 || !(key in meta)) throw new FakeFault('badRequest', 'Malformed Request.')
    metadata({ ...values, ...meta }, limits)
    return show(Object.assign(values, meta), key)
  }
  const notAllowed = () => {
    throw new FakeFault('notAllowed', 'Method not allowed', { headers: { allow: 'GET, POST' } })
  }
  return {
    'GET /servers/{serverId}/metadata': (call: FakeCall) => ({ metadata: ofServer(call) }),
    'GET /servers/{serverId}/metadata/{key}': (call: FakeCall) => show(ofServer(call), call.names['key']),
    'POST /servers/{serverId}/metadata': (call: FakeCall) => merge(ofServer(call), call),
    'PUT /servers/{serverId}/metadata': notAllowed,
    'PUT /servers/{serverId}/metadata/{key}': (call: FakeCall) => set(ofServer(call), call),
    'DELETE /servers/{serverId}/metadata/{key}': (call: FakeCall) => {
      const values = ofServer(call)
      show(values, call.names['key'])
      delete values[call.names['key'] ?? '']
    },
    'GET /images/{imageId}/metadata': (call: FakeCall) => ({ metadata: ofImage(call) }),
    'GET /images/{imageId}/metadata/{key}': (call: FakeCall) => show(ofImage(call), call.names['key']),
    'POST /images/{imageId}/metadata': (call: FakeCall) => merge(ofImage(call), call),
    'PUT /images/{imageId}/metadata': notAllowed,
    'PUT /images/{imageId}/metadata/{key}': (call: FakeCall) => set(ofImage(call), call),
    'DELETE /images/{imageId}/metadata/{key}': (call: FakeCall) => {
      delete ofImage(call)[call.names['key'] ?? '']
    },
  }
}
