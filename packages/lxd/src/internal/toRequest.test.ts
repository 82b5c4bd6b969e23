import { ConfigurationError } from '@x/core-errors'
import { expect, test } from 'vitest'
import { createLxdClient } from '../createLxdClient.js'
import type { Route } from './Route.js'
import { toRequest } from './toRequest.js'

const client = createLxdClient({ socketPath: '/x', project: 'p', target: 't' })
const put: Route = {
  operation: 'x',
  method: 'PUT',
  path: '/1.0/things/{name}',
  query: ['project', 'all-projects'],
  idempotent: false,
}

test('names are escaped once, dots too', () => {
  const pathOf = (name: string) => toRequest(client, { ...put, query: [] }, { name }).path
  expect(pathOf('a/b?c#d%e ü')).toBe('/1.0/things/a%2Fb%3Fc%23d%25e%20%C3%BC')
  expect(pathOf('..')).toBe('/1.0/things/%2E%2E')
  expect(pathOf('.')).toBe('/1.0/things/%2E')
  expect(pathOf('...')).toBe('/1.0/things/...')
})

test.each(['', undefined, 3, null])('a name that is %j is refused: the path would mean something else', (name) => {
  expect(() => toRequest(client, put, { name })).toThrow(ConfigurationError)
})

test("the client's project goes along, unless the call has its own or wants all", () => {
  const queryOf = (more: object) => toRequest(client, put, { name: 'n', ...more }).path.split('?')[1]
  expect(queryOf({})).toBe('project=p')
  expect(queryOf({ project: 'q&r' })).toBe('project=q%26r')
  expect(queryOf({ allProjects: true })).toBe('all-projects=true')
  expect(queryOf({ allProjects: false })).toBe('project=p')
})

test('what is neither path nor query is the body, also when nobody knows it; what is undefined is left out', () => {
  const { body, headers } = toRequest(client, put, {
    name: 'n',
    project: 'p',
    config: { a: '1' },
    other: [1],
    gone: undefined,
  })
  expect(JSON.parse(String(body))).toEqual({ config: { a: '1' }, other: [1] })
  expect(headers).toEqual({ 'content-type': 'application/json' })
})

test('a configuration value that is no text is refused, with the remedy', () => {
  expect(() => toRequest(client, put, { name: 'n', config: { 'limits.cpu': 4 } })).toThrow(
    "limits.cpu is number: write '4'",
  )
})

test('bytes go with headers for LXD and Incus, and without the fields of the body', () => {
  const route: Route = {
    ...put,
    method: 'POST',
    raw: 'rawFile',
    headers: { mode: 'mode', name: 'name' },
    path: '/1.0/things',
  }
  const { body, headers, isUpload } = toRequest(client, route, { rawFile: 'bytes', mode: '0644', name: 'n' })
  expect([body, isUpload]).toEqual(['bytes', true])
  expect(headers).toEqual({
    'X-LXD-mode': '0644',
    'X-Incus-mode': '0644',
    'X-LXD-name': 'n',
    'X-Incus-name': 'n',
    'content-type': 'application/octet-stream',
  })
  expect(JSON.parse(String(toRequest(client, route, { name: 'n' }).body))).toEqual({ name: 'n' })
})
