import type { Bench, BenchRow } from '@x-tooling/bench'
import { bundle } from '@x-tooling/testkit'

export const bench: Bench = {
  title: 'Size in an application, everything included',
  async run() {
    const frames = `export { FrameDecoder, encodeFrame } from '@x/linstor-wire'`
    const codec = (name: string) => `export { decode${name}, encode${name} } from '@x/linstor-wire/messages/${name}'`
    return [
      await size('frame code', frames),
      await size('frame code and the codec of MsgHeader', `${frames};${codec('MsgHeader')}`, 14),
      await size('frame code and the codec of MsgLstNode, 4 messages', `${frames};${codec('MsgLstNode')}`),
      await size('frame code and the codec of MsgLstRsc, 6 messages', `${frames};${codec('MsgLstRsc')}`),
      await size(
        'all codecs of API version 3',
        `export * from '@x/linstor-wire';export * from '@x/linstor-wire/codecs/v3'`,
      ),
    ]
  },
}

async function size(name: string, program: string, atMost?: number): Promise<BenchRow> {
  const { esbuild } = await bundle(program, { from: import.meta.dirname })
  return { name, unit: 'kB gz', value: esbuild.gzip / 1000, ...(atMost !== undefined && { goal: { atMost } }) }
}
