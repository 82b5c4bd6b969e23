import { FakeFault } from '@x/kamaki-astakos/testing'
import type { PithosStore } from '../store/PithosStore.js'
import { readAccount, updateAccount } from './account.js'
import { deleteContainer, putContainer, readContainer, updateContainer } from './container.js'
import { copyFromSource } from './copyFromSource.js'
import { deleteObject } from './deleteObject.js'
import type { FakeReply } from './FakeReply.js'
import type { FakeRequest } from './FakeRequest.js'
import { pythonJson } from './pythonJson.js'
import { readObject, readPublic } from './readObject.js'
import { authenticate, type RawRequest, readRequest, splitRequest, wantsText } from './readRequest.js'
import { listAccounts, signIn } from './topLevel.js'
import { toResponse } from './toResponse.js'
import { updateObject } from './updateObject.js'
import { writeForm, writeObject } from './writeObject.js'

type Handler = (store: PithosStore, request: FakeRequest) => FakeReply | Promise<FakeReply>

// In the order in which the service lists them in `Allow`.
const top: Record<string, Handler> = { GET: listAccounts }
const accounts: Record<string, Handler> = { HEAD: readAccount, POST: updateAccount, GET: readAccount }
const containers: Record<string, Handler> = {
  HEAD: readContainer,
  PUT: putContainer,
  POST: updateContainer,
  DELETE: deleteContainer,
  GET: readContainer,
}
const objects: Record<string, Handler> = {
  HEAD: readObject,
  GET: readObject,
  PUT: writeObject,
  COPY: copyFromSource,
  MOVE: copyFromSource,
  POST: (store, request) => (isForm(request) ? writeForm : updateObject)(store, request),
  DELETE: deleteObject,
}

const isForm = ({ headers }: FakeRequest): boolean =>
  headers.get('content-type')?.startsWith('multipart/form-data') ?? false
const json = 'application/json; charset=UTF-8'

/** Answers a request as the service does: method, token, lengths and headers are checked before anything is done. */
export async function handleRequest(store: PithosStore, raw: Request): Promise<Response> {
  let type = json
  let reply: FakeReply
  try {
    const split = splitRequest(raw, store.settings.path)
    const handler = route(split)
    type = wantsText(split) && !isSignIn(split) ? 'text/plain; charset=UTF-8' : json
    if (isSignIn(split)) reply = signIn(split)
    else reply = await handler(store, readRequest(split, authenticate(store, split)))
  } catch (error) {
    reply = faultReply(error)
  }
  return toResponse(reply, raw.method, store.now(), type)
}

/** Answers a request for a published object; nobody has to sign in. */
export async function handlePublic(store: PithosStore, raw: Request, path: string): Promise<Response> {
  let reply: FakeReply
  try {
    const { method } = raw
    if (method !== 'GET' && method !== 'HEAD') throw notAllowed(['HEAD', 'GET'])
    const publicId = decodeURIComponent(new URL(raw.url).pathname.slice(path.length + 1))
    const nobody = { id: '', name: '', email: '', token: '', tokenExpires: 0, defaultProject: '' }
    const split = { account: undefined, container: undefined, name: undefined, method, raw, query: new Map() }
    const params = new Map(new URL(raw.url).searchParams)
    const request = readRequest({ ...split, query: params }, { ...nobody, admin: false, service: false, active: true })
    reply = readPublic(store, request, publicId)
  } catch (error) {
    reply = faultReply(error)
  }
  return toResponse(reply, raw.method, store.now(), json)
}

const isSignIn = ({ account, raw, query }: RawRequest): boolean =>
  account === undefined && !query.has('X-Auth-Token') && !raw.headers.has('x-auth-token')

function route({ method, account, container, name }: RawRequest): Handler {
  const handlers =
    account === undefined ? top : container === undefined ? accounts : name === undefined ? containers : objects
  const handler = handlers[method]
  if (handler === undefined) throw notAllowed(Object.keys(handlers))
  return handler
}

const notAllowed = (methods: readonly string[]): FakeFault =>
  new FakeFault('notAllowed', 'Method not allowed', { headers: { Allow: methods.join(',') } })

function faultReply(error: unknown): FakeReply {
  if (!(error instanceof FakeFault)) throw error
  const { status, message, faultName, extras } = error
  if (status === 304) return { status, headers: extras.headers ?? {} }
  const body = pythonJson({ [faultName]: { message, code: status, details: '' } })
  return { status, headers: extras.headers ?? {}, body }
}
