import type { CloudState } from '../createCloudState.js'
import type { FakeCall } from '../serveRoutes.js'

/**
 * OAuth2. The operator of a real service registers its clients, and a browser fetches the codes; here a client's secret is
 * its id backwards and a code is a user's id, so that right and wrong ones can both be tried.
 */
export function oauth2Handlers(state: CloudState) {
  const refused = (exception: string) => Response.json({ error: 'generic_error', exception }, { status: 400 })
  return {
    'POST /token': async ({ request }: FakeCall) => {
      // The real server compares the whole header: one with a charset is refused.
      if (request.headers.get('content-type') !== 'application/x-www-form-urlencoded') {
        return refused('invalid content type')
      }
      const [scheme, credentials = ''] = request.headers.get('authorization')?.split(' ') ?? []
      const [id = '', secret = ''] = scheme === 'Basic' ? atob(credentials).split(':') : []
      const form = new URLSearchParams(await request.text())
      if (id === '' || secret !== [...id].reverse().join('')) return refused('invalid client')
      if (form.get('grant_type') !== 'authorization_code') return refused('unsupported grant type')
      const user = state.users.get(form.get('code') ?? '')
      if (user === undefined) return refused('invalid grant')
      const token = `temporary-${crypto.randomUUID()}`
      state.temporaryTokens.set(token, { user, expires: state.clock.now() + 20_000 })
      return { access_token: token, token_type: 'Bearer', expires_in: 20 }
    },
  }
}
