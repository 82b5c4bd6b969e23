import { encodeFrame, type Frame, FrameDecoder, FrameType } from '@x/linstor-wire'
import { type Bench, type BenchRow, compare, cpuRate } from '@x-tooling/bench'

const chunkBytes = 65_536

export const bench: Bench = {
  title: 'Frames',
  async run() {
    return [
      await throughput('frames of 4 MiB in chunks of 64 KiB', 4_194_304),
      await throughput('frames of 16 KiB in chunks of 64 KiB', 16_384),
      await throughput('frames of 4 KiB in chunks of 64 KiB', 4_096),
      await compare({
        name: 'a frame of 2 MiB in chunks of 1 byte',
        unit: 'ns/byte',
        run: byteByByte(2_097_152),
        baseline: { name: 'one of 64 KiB', run: byteByByte(65_536) },
        goal: { atMost: 2 },
        note: 'quadratic would be 32x',
      }),
    ]
  },
}

async function throughput(name: string, payloadBytes: number): Promise<BenchRow> {
  const frame = encodeFrame(FrameType.DATA, new Uint8Array(payloadBytes))
  const stream = Buffer.concat(Array.from({ length: Math.ceil(16_777_216 / frame.length) }, () => frame))
  const chunks: Uint8Array[] = []
  for (let at = 0; at < stream.length; at += chunkBytes) chunks.push(stream.subarray(at, at + chunkBytes))
  let received = 0
  const count = ({ payload }: Frame): void => {
    received += payload.length
  }
  const decode = (): void => {
    const decoder = new FrameDecoder()
    for (const chunk of chunks) decoder.push(chunk, count)
  }
  const copy = (): void => {
    const target = Buffer.allocUnsafe(stream.length)
    let at = 0
    for (const chunk of chunks) {
      target.set(chunk, at)
      at += chunk.length
    }
  }
  const amount = stream.length / 1e9
  const row = await compare({
    name,
    unit: 'GB/s',
    run: cpuRate(amount, decode),
    baseline: { name: '', run: cpuRate(amount, copy) },
  })
  if (received === 0) throw new Error('no frame was received')
  const { baseline, ratio, ...own } = row
  return { ...own, goal: { atLeast: 1 }, note: `copying the same chunks: ${baseline?.value.toFixed(1)} GB/s` }
}

function byteByByte(payloadBytes: number): () => number {
  const stream = encodeFrame(FrameType.DATA, new Uint8Array(payloadBytes))
  return () => {
    const decoder = new FrameDecoder()
    const begin = performance.now()
    for (let at = 0; at < stream.length; at++) decoder.push(stream.subarray(at, at + 1), () => {})
    return ((performance.now() - begin) * 1e6) / stream.length
  }
}
