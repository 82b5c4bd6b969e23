import { join } from 'node:path'
import { camelCase, loadMethods, parityPage, type ReferenceMethod } from '@x-tooling/recorded'
import { expect, test } from 'vitest'
import account from '../spec/account.json' with { type: 'json' }
import { differences } from './differences.js'

const folder = join(import.meta.dirname, '..')

/** What is no method of the same name here. */
const others: Readonly<Record<string, string>> = {
  async_run: '`mapConcurrent` of `@x/core-errors`',
  set_header: '`headers` of a call',
  set_param: '`query` of `session.request`',
  mk_provisions: '`mkProvisions` (function)',
}

function standsFor({ client, method, property }: ReferenceMethod): string {
  const other = others[method]
  if (other !== undefined) return other
  if (client === 'Client') return '`session.request`'
  if (property && method !== 'user_info') {
    const service = /oauth2/.exec(method)?.[0] ?? (/^ui_|getservices/.test(method) ? 'ui' : 'account')
    return `\`session.endpoint('${service}')\``
  }
  return `\`${camelCase(method)}\`${client === 'CachedAstakosClient' ? ' (cached)' : ''}`
}

/** What is no call, and not in the table of calls. */
const functions = {
  createSynnefoSession: {
    doc: 'The session of all services: logs in once for all calls, again before the token expires and after a 401.',
  },
  effectiveQuota: { doc: 'What can really be taken of a quota, what the other members of the project use considered.' },
  isUnlimited: { doc: 'Whether a limit is 2^63-1.' },
}

test('PARITY.md is up to date: every method of the Python library, what is new, what differs', async () => {
  const page = parityPage({
    name: '@x/kamaki-astakos',
    methods: loadMethods(join(folder, 'test/fixtures/reference-methods.json')),
    standsFor,
    tables: { ...account.calls, ...functions },
    differences,
    folder,
  })
  await expect(page).toMatchFileSnapshot('../PARITY.md')
})
