import { bundle } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

const from = import.meta.dirname
const both = async (code: string, external: readonly string[]) => Object.values(await bundle(code, { from, external }))

test('one action drags no other along', async () => {
  for (const { code } of await both(`export { storagePoolVolumesTypeGetRecursion1 } from '@x/lxd/actions'`, [
    'undici',
  ])) {
    expect(code).toContain('storagePoolVolumesTypeGetRecursion1')
    for (const other of ['instancesPost', 'storagePoolsPost', 'expanded_devices', 's3_url'])
      expect(code).not.toContain(other)
  }
})

test('a client with one action holds no other', async () => {
  const program = `export { storagePoolVolumesTypeGetRecursion1 } from '@x/lxd/actions'; export { createLxdClient } from '@x/lxd'`
  for (const { code } of await both(program, ['undici'])) {
    expect(code).not.toContain('instancesPost')
  }
})
