import { createHash, randomFillSync } from 'node:crypto'
import { createBlockHasher } from '@x/kamaki-pithos'
import { type Bench, compare, rate } from '@x-tooling/bench'

const mebibyte = 1_048_576
const blockSize = 4 * mebibyte

export const bench: Bench = {
  title: 'Hashes of blocks of 4 MiB',
  async run({ quick }) {
    const content = randomFillSync(new Uint8Array((quick ? 32 : 128) * mebibyte))
    const blocks = Array.from({ length: content.length / blockSize }, (_, index) =>
      content.subarray(index * blockSize, (index + 1) * blockSize),
    )
    const hasher = createBlockHasher('sha256')
    const size = content.length / mebibyte
    return [
      await compare({
        name: 'block hashes, sha256',
        unit: 'MiB/s',
        run: rate(size, async () => {
          for (const block of blocks) await hasher.block(block)
        }),
        baseline: {
          name: 'node:crypto',
          run: rate(size, () => {
            for (const block of blocks) createHash('sha256').update(block).digest('hex')
          }),
        },
        goal: { atLeast: 0.95 },
      }),
    ]
  },
}
