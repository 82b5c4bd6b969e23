import { bundle } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

const from = import.meta.dirname
const both = async (code: string, external: readonly string[]) => Object.values(await bundle(code, { from, external }))

test('one action is at most 14 kB without undici, and drags no other along', async () => {
  for (const { code, gzip } of await both(`export { storagePoolVolumesTypeGetRecursion1 } from '@x/lxd/actions'`, [
    'undici',
  ])) {
    expect(gzip).toBeLessThan(14_000)
    expect(code).toContain('storagePoolVolumesTypeGetRecursion1')
    for (const other of ['instancesPost', 'storagePoolsPost', 'expanded_devices', 's3_url'])
      expect(code).not.toContain(other)
  }
})

test('a client with one action is at most 30 kB with ky and all that is loaded later, without undici', async () => {
  const program = `export { storagePoolVolumesTypeGetRecursion1 } from '@x/lxd/actions'; export { createLxdClient } from '@x/lxd'`
  for (const { code, gzip } of await both(program, ['undici'])) {
    expect(gzip).toBeLessThan(30_000)
    expect(code).not.toContain('instancesPost')
  }
})
