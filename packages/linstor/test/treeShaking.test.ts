import { bundle } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

const from = import.meta.dirname
// Two bundlers, on a machine that may have other things to do.
const timeout = 60_000

test('one action ships its own messages and no other', { timeout }, async () => {
  const made = await bundle(`export { nodeDelete } from '@x/linstor/actions'`, { from, platform: 'node' })
  for (const { code } of [made.esbuild, made.rollup]) {
    expect(code).toContain('DelNode')
    expect(code).not.toMatch(/MsgLstRsc\b|AutoPlaceRsc|FrameDecoder/)
  }
})

test('a client brings sockets and frames, and none of the calls', { timeout }, async () => {
  const made = await bundle(`export { createLinstorClient } from '@x/linstor'`, { from, platform: 'node' })
  for (const { code } of [made.esbuild, made.rollup]) {
    expect(code).not.toMatch(/CrtNode|LstNode|AutoPlaceRsc/)
  }
})

test('the fake is not part of the client', { timeout }, async () => {
  const made = await bundle(`export * from '@x/linstor'`, { from, platform: 'node' })
  expect(made.esbuild.code).not.toContain('createFakeLinstor')
})
