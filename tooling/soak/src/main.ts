/**
 * `pnpm soak [world …] [--seconds N] [--stretch N] [--seed S]`: works on all fakes at the same time while calls go wrong at random, and
 * compares what is there with what should be. In stretches: each starts with fresh fakes and clients and closes them, after
 * which handles and heap have to be where they were.
 */
import { parseArgs } from 'node:util'
import { runSoak } from './run/runSoak.ts'
import { worlds } from './worlds.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    stretch: { type: 'string', default: '10' },
    seed: { type: 'string' },
  },
})
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(values.seed)
const seconds = Number(values.seconds)
const stretchSeconds = Number(values.stretch)
const names = positionals.length > 0 ? positionals : Object.keys(worlds)
const unknown = names.filter((name) => !Object.hasOwn(worlds, name))
if (unknown.length > 0 || !Number.isInteger(seed) || !(seconds > 0) || !(stretchSeconds > 0)) {
  console.error(`usage: pnpm soak [${Object.keys(worlds).join('|')} …] [--seconds N] [--stretch N] [--seed S]`)
  process.exit(2)
}
const again = [...positionals, `--seconds ${seconds} --stretch ${stretchSeconds} --seed ${seed}`]
console.log(`seed ${seed}: pnpm soak ${again.join(' ')}`)
const starts = names.flatMap((name) => worlds[name] ?? [])
const failed = await runSoak({ seed, seconds, stretchSeconds, starts })
process.exit(failed ? 1 : 0)
