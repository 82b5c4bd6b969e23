import { join } from 'node:path'
import { camelCase, loadMethods } from '@x-tooling/recorded'
import { expect, test } from 'vitest'
import { createAstakos, createCachedAstakos, mkProvisions } from '../src/index.js'

const methods = loadMethods(join(import.meta.dirname, 'fixtures', 'reference-methods.json'))
const namesOf = (client: string) => methods.filter((each) => each.client === client).map(({ method }) => method)
const parameters = { url: 'https://accounts.example.org/identity/v2.0', token: 'none' }
const astakos = { ...createAstakos(parameters), mkProvisions }

// Addresses are `session.endpoint('account')`, `('ui')` and `('oauth2')`; no call needs the paths below them.
const isAddress = (method: string) => /^(?:api_|\w+_(?:url|prefix)$)/.test(method) && method !== 'get_endpoint_url'

test('every method of the plain clients is there under its own name', () => {
  const names = ['OriginalAstakosClient', 'AstakosClient', 'LoggedAstakosClient'].flatMap(namesOf)
  const missing = names.filter((name) => !isAddress(name) && !(camelCase(name) in astakos))
  expect(missing).toEqual([])
})

test('every method of the client for several users is there under its own name', () => {
  const cached = createCachedAstakos(parameters)
  expect(namesOf('CachedAstakosClient').filter((name) => !(camelCase(name) in cached))).toEqual([])
})

test('the base class is the session: requests with any verb, nothing kept between them', () => {
  const names = namesOf('Client')
  const verbs = names.filter((name) => /^(?:get|head|post|put|delete|copy|move|request)$/.test(name))
  expect(verbs.length).toBe(8)
  expect(astakos.session.request).toBeTypeOf('function')
})
