import { bundle } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

const from = import.meta.dirname
// Two bundlers over some hundred files, on a machine that does other things as well.
const limits = { timeout: 60_000 }

test('one action ships no other action and no transfer, and stays under 16 kB', limits, async () => {
  const made = await bundle(`export { containerHead } from '@x/kamaki-pithos/actions'`, { from })
  for (const { code, gzip } of [made.esbuild, made.rollup]) {
    expect(code).not.toMatch(/objectPut|getContainerInfo|hashmap|from ['"]node:/)
    expect(gzip).toBeLessThan(16_000)
  }
})

test('an upload with a whole session, or a download, stays free of Node and of the fake', limits, async () => {
  for (const name of ['upload', 'download']) {
    const made = await bundle(
      `export { ${name} } from '@x/kamaki-pithos/actions'; export { createSynnefoSession } from '@x/kamaki-astakos'`,
      { from },
    )
    for (const { code } of [made.esbuild, made.rollup]) {
      expect(code).not.toMatch(/from ['"](?:node:|undici)|createFakePithos|listContainers/)
    }
  }
})

test('either direction alone stays under 16 kB', limits, async () => {
  for (const name of ['upload', 'download']) {
    const made = await bundle(`export { ${name} } from '@x/kamaki-pithos/actions'`, { from })
    expect(made.esbuild.gzip).toBeLessThan(16_000)
    expect(made.rollup.gzip).toBeLessThan(16_000)
  }
})

test('fakes load in a browser', limits, async () => {
  const made = await bundle(`export { createFakePithos } from '@x/kamaki-pithos/testing'`, { from })
  expect(made.rollup.code).not.toMatch(/from ['"]node:/)
})
