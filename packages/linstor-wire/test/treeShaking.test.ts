import { bundle } from '@x-tooling/testkit'
import { expect, test } from 'vitest'

const from = import.meta.dirname

const program = (message: string): string => `
  export { decode${message}, encode${message} } from '@x/linstor-wire/messages/${message}'
  export { FrameDecoder, encodeFrame } from '@x/linstor-wire'`

// The whole of it: the minimal build of protobufjs, the errors, the codec, and the frames.
test.each(['MsgHeader', 'MsgDelNode', 'MsgErrorReport', 'LinStorMapEntry'])(
  'the codec of %s and the frame code are at most 14 kB gz',
  async (message) => {
    const made = await bundle(program(message), { from })
    expect(made.esbuild.gzip).toBeLessThanOrEqual(14_000)
    expect(made.rollup.gzip).toBeLessThanOrEqual(14_000)
  },
)

test('one codec brings the messages in it and no other', async () => {
  const made = await bundle(program('MsgLstNode'), { from })
  for (const { code } of [made.esbuild, made.rollup]) {
    const decoders = [...code.matchAll(/function (decode(?!Failure)[A-Z]\w+)/g)].map(([, name]) => name)
    expect(decoders.sort()).toEqual(['decodeLinStorMapEntry', 'decodeMsgLstNode', 'decodeNetInterface', 'decodeNode'])
  }
})

test('the frame code alone brings neither messages nor protobufjs', async () => {
  const made = await bundle(`export { FrameDecoder, encodeFrame } from '@x/linstor-wire'`, { from })
  for (const { code } of [made.esbuild, made.rollup]) {
    expect(code).not.toMatch(/decodeMsg|skipType|Long/)
  }
})

test('calls bring the header message and no other', async () => {
  const made = await bundle(`export { decodeFrame, encodeCall } from '@x/linstor-wire'`, { from })
  const decoders = [...made.esbuild.code.matchAll(/function (decode(?!Failure)[A-Z]\w+)/g)].map(([, name]) => name)
  expect(decoders.sort()).toEqual(['decodeFrame', 'decodeMsgHeader'])
})

test('one constant is one line', async () => {
  const made = await bundle(`export { FAIL_EXISTS_RSC } from '@x/linstor-wire/constants'`, { from })
  for (const { code, gzip } of [made.esbuild, made.rollup]) {
    expect(code.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g)?.every((name) => name === 'FAIL_EXISTS_RSC')).toBe(true)
    expect(gzip).toBeLessThan(120)
  }
})

test('a predicate brings no table of names', async () => {
  const made = await bundle(`export { isError } from '@x/linstor-wire'`, { from })
  expect(made.esbuild.code).not.toContain('FAIL_')
  expect(made.rollup.code).not.toContain('FAIL_')
})
