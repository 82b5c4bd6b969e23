import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSynnefoSession } from '@x/kamaki-astakos'
import { camelCase, loadMethods, parityPage, type ReferenceMethod } from '@x-tooling/recorded'
import { expect, test } from 'vitest'
import { createPithos } from '../src/index.js'
import { differences } from './differences.js'

const folder = join(import.meta.dirname, '..')
const methods = loadMethods(join(folder, 'test/fixtures/reference-methods.json'))
const { calls } = JSON.parse(readFileSync(join(folder, 'spec/pithos.json'), 'utf8')) as {
  calls: Record<string, { doc: string }>
}
const standsFor = ({ method }: ReferenceMethod) => `\`${camelCase(method)}\``

test('every method of the three classes is a method here, and an action of its own', () => {
  const pithos = createPithos({ session: createSynnefoSession({ url: 'https://accounts.example.org', token: 'none' }) })
  const names = new Set(methods.map(({ method }) => camelCase(method)))
  expect(methods).toHaveLength(82)
  expect([...names].filter((name) => !(name in pithos && name in calls))).toEqual([])
})

test('PARITY.md is up to date: every method of the Python library, what is new, what differs', async () => {
  const page = parityPage({
    name: '@x/kamaki-pithos',
    methods,
    standsFor,
    tables: calls,
    seen: `Recorded calls are compared in \`test/requestFixtures.test.ts\`, whole flows against the fake in
\`test/flowFixtures.test.ts\`. The last column names the tests that make the call besides.`,
    differences,
    folder,
  })
  await expect(page).toMatchFileSnapshot('../PARITY.md')
})
