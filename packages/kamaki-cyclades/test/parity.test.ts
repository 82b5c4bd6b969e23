import { join } from 'node:path'
import { camelCase, loadMethods, parityPage, type ReferenceMethod } from '@x-tooling/recorded'
import { expect, test } from 'vitest'
import { differences } from './differences.js'

const folder = join(import.meta.dirname, '..')
const methods = loadMethods(join(folder, 'test/fixtures/reference-methods.json'))

const clientOf = ({ client }: ReferenceMethod): string => {
  const service = /(Compute|Network|BlockStorage|Image)/.exec(client)?.[0] ?? ''
  const name = `${service.charAt(0).toLowerCase()}${service.slice(1)}`
  const isOpenStack = !/^Cyclades|Rest|^Image/.test(client)
  return isOpenStack ? `${name}, openstack` : name
}

test('PARITY.md is up to date: every method of the Python library, what is new, what differs', async () => {
  const page = parityPage({
    name: '@x/kamaki-cyclades',
    methods,
    standsFor: (method) => `\`${camelCase(method.method)}\` (${clientOf(method)})`,
    tables: ['compute', 'network', 'blockStorage', 'image'],
    differences,
    folder,
  })
  await expect(page).toMatchFileSnapshot('../PARITY.md')
})
