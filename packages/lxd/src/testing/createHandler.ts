import { rawTarget } from '@x/core-errors/testing'
import { errorAnswer } from './protocol/errorAnswer.js'
import type { FakeCall, FakeHandlers } from './protocol/FakeCall.js'
import { FakeFault } from './protocol/FakeFault.js'
import { JsonBody } from './protocol/JsonBody.js'
import { matchRoute } from './protocol/matchRoute.js'
import { upgradeMark } from './sockets/upgradeRequest.js'

/** Makes one handler of requests out of the handlers of all operations. */
export function createHandler(handlers: FakeHandlers): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const [path = '/'] = rawTarget(request).split('?')
      const { route, names } = matchRoute(request.method, path)
      const handler = handlers[route.operation]
      if (handler === undefined) throw new FakeFault(501, `the fake does not implement ${route.operation}`)
      const call = toCall(request, names)
      refuseTarget(call)
      return await handler(call)
    } catch (error) {
      if (error instanceof FakeFault) return errorAnswer(error.status, error.message)
      throw error
    }
  }
}

function toCall(request: Request, names: FakeCall['names']): FakeCall {
  const { searchParams: query } = new URL(request.url)
  return {
    request,
    names,
    query,
    project: query.get('project') || 'default',
    recursion: Number(query.get('recursion')) || 0,
    wantsSocket: request.headers.has(upgradeMark),
    json: async (goType) => JsonBody.parse(await request.text(), goType),
  }
}

// The fake is a single server.
function refuseTarget({ query }: FakeCall): void {
  if (query.get('target')) throw new FakeFault(404, 'Cluster member not found')
}
